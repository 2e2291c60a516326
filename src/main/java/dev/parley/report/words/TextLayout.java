package dev.parley.report.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A transcript in the making: lines of at most so many columns, {@value #WIDTH} unless given. */
public final class TextLayout {
  public static final int WIDTH = 100;

  /** How far what stands under a heading is set in. */
  public static final int INDENT = 3;

  /** How wide the labels at the left are. */
  public static final int LABEL = 12;

  private static final int GUTTER = 2;
  private static final int NARROWEST = 8;

  private final int width;
  private final StringBuilder text = new StringBuilder();

  public TextLayout() {
    this(WIDTH);
  }

  public TextLayout(int width) {
    this.width = width;
  }

  public void blank() {
    text.append('\n');
  }

  /** Adds a paragraph, its second line and those after it set in further. */
  public void paragraph(int indent, int hang, String words) {
    List<String> first = PlainText.wrapped(words, width - indent);
    line(" ".repeat(indent) + first.get(0));
    if (first.size() > 1) {
      String rest = String.join(" ", first.subList(1, first.size()));
      PlainText.wrapped(rest, width - indent - hang)
          .forEach(l -> line(" ".repeat(indent + hang) + l));
    }
  }

  /** Adds something at the left and something at the right margin, each on as many lines. */
  public void ends(String left, String right) {
    int rightWidth =
        Math.min(
            width / 2,
            PlainText.wrapped(right, width).stream().mapToInt(PlainText::width).max().orElse(0));
    row(0, new int[] {width - rightWidth - GUTTER, rightWidth}, true, List.of(left, right));
  }

  /** Adds a label and, beside it, a paragraph. */
  public void labelled(String label, int labelWidth, String words) {
    row(
        INDENT,
        new int[] {labelWidth, width - INDENT - labelWidth - GUTTER},
        false,
        List.of(label, words));
  }

  /** Adds lines below each other, the first behind a label. */
  public void labelled(String label, int labelWidth, Iterable<String> lines) {
    String shown = label;
    for (String line : lines) {
      labelled(shown, labelWidth, line);
      shown = "";
    }
  }

  /** Adds rows of cells, in columns as wide as they need and there is room for. */
  public void table(int indent, boolean lastAtMargin, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        for (String line : row.get(i).split("\n", -1)) {
          widths[i] = Math.max(widths[i], PlainText.width(line));
        }
      }
    }
    int room = width - indent - GUTTER * (widths.length - 1);
    if (!lastAtMargin) {
      fit(widths, room);
      rows.forEach(row -> row(indent, widths, false, row));
      return;
    }
    int[] others = Arrays.copyOf(widths, widths.length - 1);
    int narrowest = rows.stream().mapToInt(TextLayout::lastWidth).min().orElse(0);
    fit(others, room - Math.min(narrowest, room / 3));
    for (List<String> row : rows) {
      // What stands at the margin takes only what it needs in its own row.
      int[] own = Arrays.copyOf(others, widths.length);
      own[widths.length - 1] = Math.min(lastWidth(row), room / 3);
      own[widths.length - 2] = 0;
      own[widths.length - 2] = room - Arrays.stream(own).sum();
      row(indent, own, true, row);
    }
  }

  private static int lastWidth(List<String> row) {
    return PlainText.width(row.get(row.size() - 1));
  }

  /** Narrows the widest columns alike until all have room. */
  private static void fit(int[] widths, int room) {
    while (Arrays.stream(widths).sum() > room) {
      int widest = Arrays.stream(widths).max().orElse(0);
      int next = Arrays.stream(widths).filter(w -> w < widest).max().orElse(NARROWEST);
      int alike = (int) Arrays.stream(widths).filter(w -> w == widest).count();
      int excess = Arrays.stream(widths).sum() - room;
      int by = Math.max(1, Math.min(widest - next, (excess + alike - 1) / alike));
      for (int i = 0; i < widths.length; i++) {
        widths[i] = widths[i] == widest ? Math.max(1, widest - by) : widths[i];
      }
    }
  }

  private void row(int indent, int[] widths, boolean lastAtMargin, List<String> cells) {
    List<List<String>> columns = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < widths.length; i++) {
      List<String> column = PlainText.wrapped(cells.get(i), Math.max(1, widths[i]));
      columns.add(column);
      height = Math.max(height, column.size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (int i = 0; i < widths.length; i++) {
        String cell = y < columns.get(i).size() ? columns.get(i).get(y) : "";
        boolean last = i == widths.length - 1;
        line.append(
            last && lastAtMargin
                ? PlainText.flushed(cell, widths[i])
                : PlainText.padded(cell, widths[i]));
        line.append(last ? "" : " ".repeat(GUTTER));
      }
      line(line.toString());
    }
  }

  private void line(String line) {
    text.append(line.replace(PlainText.HARD_SPACE, ' ').stripTrailing()).append('\n');
  }

  public String text() {
    return text.toString();
  }
}
