package dev.parley.cli;

import dev.parley.evidence.EntryId;
import dev.parley.report.Transcript;
import dev.parley.report.words.PlainText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which record a command is about, and as of when. */
final class RecordOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      hideParamSyntax = true,
      converter = Values.File.class,
      description = "a scenario in YAML or JSON; - is standard input")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      converter = Values.Day.class,
      description = "look at it on another day than the record's last: deadlines, silence")
  Optional<LocalDate> on = Optional.empty();

  @Option(
      names = "--as-known-at",
      paramLabel = "N",
      converter = Values.EntryNumber.class,
      description = "as it was known when entry N had just been made; 0 is the beginning")
  Optional<Integer> asKnownAt = Optional.empty();

  @Option(
      names = "--as-known-on",
      paramLabel = "DATE",
      converter = Values.DayKnown.class,
      description = "as it was known on a day: nothing that was reported later")
  Optional<LocalDate> asKnownOn = Optional.empty();

  /** Returns the one file that a command needs. */
  Path file(String command) throws Misused {
    return atMostOne()
        .orElseThrow(
            () ->
                new Misused(
                    "%s needs a file: parley %s talks.yaml, or - for standard input"
                        .formatted(command, command)));
  }

  Optional<Path> atMostOne() throws Misused {
    if (files.size() > 1) {
      throw new Misused("one file at a time, not %s: (%s)".formatted(files.size(), names(files)));
    }
    return files.stream().findFirst();
  }

  static String names(List<Path> files) {
    return files.stream().map(f -> PlainText.safe(f.toString())).collect(Collectors.joining(", "));
  }

  /** Returns a record as of when it is asked for. */
  Transcript transcript(Desk desk, Path file) throws Misused {
    if (asKnownAt.isPresent() && asKnownOn.isPresent()) {
      throw new Misused("options (--as-known-at, --as-known-on) exclude each other: give one");
    }
    Transcript transcript = desk.read(file).transcript();
    if (asKnownAt.isPresent()) {
      int entry = asKnownAt.get();
      int size = transcript.negotiation().chronicle().size();
      if (entry > size) {
        throw new Misused(
            "there is no entry [%s]: the record has %s"
                .formatted(entry, size == 0 ? "none" : "[1] to [" + size + "]"));
      }
      transcript =
          entry == 0 ? transcript.atTheBeginning() : transcript.asKnownAt(new EntryId(entry));
    }
    if (asKnownOn.isPresent()) {
      transcript = transcript.asKnownOn(asKnownOn.get());
    }
    return on.isPresent() ? transcript.seenOn(on.get()) : transcript;
  }

  /** Refuses what a part of the record is chosen by, for what is always the whole. */
  void refuseParts(String whole) throws Misused {
    if (asKnownAt.isPresent() || asKnownOn.isPresent() || on.isPresent()) {
      String given =
          asKnownAt.isPresent()
              ? "--as-known-at"
              : asKnownOn.isPresent() ? "--as-known-on" : "--on";
      throw new Misused(
          "option (%s) does not go with (%s), which is about the whole file: leave one out"
              .formatted(given, whole));
    }
  }
}
