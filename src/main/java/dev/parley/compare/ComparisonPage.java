package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import dev.parley.report.page.TablePage;

/** Writes a comparison for a browser. */
final class ComparisonPage {
  private ComparisonPage() {}

  static String of(Comparison of) {
    ImmutableList.Builder<TablePage.Part> parts = ImmutableList.builder();
    parts.add(
        new TablePage.Part(
            "records",
            "The records",
            ImmutableList.of("", "title", "events"),
            ComparisonParts.extent(of)));
    for (ComparisonParts.Part part : ComparisonParts.of(of)) {
      parts.add(new TablePage.Part(part.id(), part.heading(), part.head(), part.rows()));
    }
    return TablePage.page(
        "Comparison: " + of.one().title(), parts.build(), ComparisonParts.notes(of));
  }
}
