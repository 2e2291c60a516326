package dev.parley.report.page;

/** The chart library is not on the class path; the message names the dependency to add. */
public final class MissingChartsException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  MissingChartsException() {
    super(
        "the chart library is not on the class path: add org.webjars:echarts:5.5.0 to the"
            + " dependencies, and on the module path --add-modules echarts");
  }
}
