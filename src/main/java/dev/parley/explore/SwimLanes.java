package dev.parley.explore;

import java.util.List;

/** Prints a play in columns: who does what. What happens to all stands across them. */
final class SwimLanes {
  private SwimLanes() {}

  static <M> String of(PrintedPlay<M> play) {
    List<String> lanes = play.lanes();
    if (lanes.isEmpty()) {
      return PlayTranscript.of(play);
    }
    int[] widths = new int[lanes.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = lanes.get(i).length();
    }
    int across = 0;
    for (Run<M> run : play.runs()) {
      if (run.mover().isPresent()) {
        int lane = lanes.indexOf(run.mover().get());
        widths[lane] = Math.max(widths[lane], run.counted().length());
      } else {
        across = Math.max(across, run.counted().length() + 4);
      }
    }
    int total = 3 * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    if (across > total) {
      widths[widths.length - 1] += across - total;
      total = across;
    }
    StringBuilder text = new StringBuilder();
    row(text, widths, lanes);
    text.append("-".repeat(total)).append('\n');
    for (Run<M> run : play.runs()) {
      if (play.circlesFrom(run)) {
        centred(text, "again and again", total, '=');
      }
      if (run.mover().isPresent()) {
        int lane = lanes.indexOf(run.mover().get());
        String[] cells = new String[widths.length];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = i == lane ? run.counted() : "";
        }
        row(text, widths, List.of(cells));
      } else {
        centred(text, run.counted(), total, '.');
      }
    }
    return text.toString();
  }

  private static void row(StringBuilder text, int[] widths, List<String> cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      row.append(i == 0 ? "" : " | ").append(cells.get(i));
      row.append(" ".repeat(widths[i] - cells.get(i).length()));
    }
    text.append(row.toString().stripTrailing()).append('\n');
  }

  private static void centred(StringBuilder text, String words, int total, char fill) {
    int left = Math.max(1, (total - words.length() - 2) / 2);
    int right = Math.max(1, total - words.length() - 2 - left);
    String dots = String.valueOf(fill);
    text.append(dots.repeat(left)).append(' ').append(words).append(' ');
    text.append(dots.repeat(right)).append('\n');
  }
}
