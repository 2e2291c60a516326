package examples.cluster;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of a folder, on this machine or wherever Hadoop's file systems reach (HDFS, S3), in the
 * order of their names. Immutable.
 *
 * @param files the files
 */
record Corpus(ImmutableList<RecordFile> files) {
  private static final ImmutableList<String> ENDINGS = ImmutableList.of(".yaml", ".yml");

  /**
   * A file.
   *
   * @param name its path in the folder
   * @param address where it is
   */
  record RecordFile(String name, String address) implements Serializable {
    /** Reads it; that it cannot be opened is a problem like any other. */
    Tidied read(Configuration hadoop) {
      Path path = new Path(address);
      try (InputStream in = path.getFileSystem(hadoop).open(path)) {
        return Tidied.read(name, in);
      } catch (IOException e) {
        return Tidied.faulty(name, "cannot open file (%s): %s".formatted(name, e.getMessage()));
      }
    }
  }

  /**
   * Lists a folder, with all that are in it.
   *
   * @throws IllegalArgumentException if there is no such folder, or no record in it
   */
  static Corpus of(String folder, Configuration hadoop) throws IOException {
    Path root = new Path(folder);
    FileSystem system = root.getFileSystem(hadoop);
    Path home = system.makeQualified(root);
    if (!system.exists(home) || !system.getFileStatus(home).isDirectory()) {
      throw new IllegalArgumentException("no such folder (%s)".formatted(folder));
    }
    ImmutableList.Builder<RecordFile> files = ImmutableList.builder();
    RemoteIterator<LocatedFileStatus> found = system.listFiles(home, true);
    while (found.hasNext()) {
      Path path = found.next().getPath();
      if (ENDINGS.stream().anyMatch(path.getName()::endsWith)) {
        String name = home.toUri().relativize(path.toUri()).getPath();
        files.add(new RecordFile(name, path.toString()));
      }
    }
    List<RecordFile> all = files.build();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "folder (%s) holds no file that ends in %s"
              .formatted(folder, String.join(" or ", ENDINGS)));
    }
    return new Corpus(ImmutableList.sortedCopyOf(Comparator.comparing(RecordFile::name), all));
  }

  /** A folder for what comes of it. */
  static final class Output {
    private final Path folder;
    private final FileSystem system;

    /**
     * Makes the folder.
     *
     * @throws IllegalArgumentException if it is there already
     */
    Output(String folder, Configuration hadoop) throws IOException {
      this.folder = new Path(folder);
      system = this.folder.getFileSystem(hadoop);
      system.setWriteChecksum(false);
      if (system.exists(this.folder)) {
        throw new IllegalArgumentException(
            "folder (%s) is there already: take another, or remove it".formatted(folder));
      }
      system.mkdirs(this.folder);
    }

    String path(String name) {
      return new Path(folder, name).toString();
    }

    void remove(String name) throws IOException {
      system.delete(new Path(folder, name), true);
    }

    /** Opens a file. */
    OutputStream open(String name) throws IOException {
      return system.create(new Path(folder, name));
    }

    /** Puts the parts that tasks have written into a file, in order, and removes them. */
    void append(String parts, OutputStream to) throws IOException {
      FileStatus[] written = system.globStatus(new Path(folder, parts + "/part-*"));
      Arrays.sort(written, Comparator.comparing(part -> part.getPath().getName()));
      for (FileStatus part : written) {
        try (InputStream in = system.open(part.getPath())) {
          in.transferTo(to);
        }
      }
      system.delete(new Path(folder, parts), true);
    }
  }
}
