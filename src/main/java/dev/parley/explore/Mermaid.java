package dev.parley.explore;

import java.util.List;

/** Prints a play as the source of a Mermaid sequence diagram. */
final class Mermaid {
  private Mermaid() {}

  static <M> String of(PrintedPlay<M> play) {
    List<String> lanes = play.lanes();
    StringBuilder text = new StringBuilder("sequenceDiagram\n");
    for (int i = 0; i < lanes.size(); i++) {
      text.append("  participant p%d as %s\n".formatted(i + 1, escaped(lanes.get(i))));
    }
    if (lanes.isEmpty()) {
      text.append("  participant p1 as ").append("all\n");
    }
    String all = lanes.size() < 2 ? "p1" : "p1,p" + lanes.size();
    String indent = "  ";
    for (Run<M> run : play.runs()) {
      if (play.circlesFrom(run)) {
        text.append("  loop again and again\n");
        indent = "    ";
      }
      text.append(indent);
      if (run.mover().isEmpty()) {
        text.append("Note over ").append(all);
      } else if (run.addressee().isEmpty()) {
        text.append("Note over ").append(id(lanes, run.mover().get()));
      } else {
        text.append(id(lanes, run.mover().get()))
            .append("->>")
            .append(id(lanes, run.addressee().get()));
      }
      text.append(": ").append(escaped(run.counted())).append('\n');
    }
    if (indent.length() > 2) {
      text.append("  end\n");
    }
    return text.toString();
  }

  private static String id(List<String> lanes, String name) {
    return "p" + (lanes.indexOf(name) + 1);
  }

  /** Mermaid ends a statement at a semicolon and reads a number sign as the start of an entity. */
  private static String escaped(String words) {
    return words.replace("#", "#35;").replaceAll(";(?<!#35;)", "#59;").replaceAll("\\R", " ");
  }
}
