package dev.parley.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.report.HostileRecord;
import dev.parley.report.Records;
import dev.parley.report.Transcript;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Pages in a real browser. {@code mvn test -Dpicture=write} takes the README's picture anew. */
@Tag("slow")
class PageTest {
  private static final Path PAGES = Path.of("target", "pages");
  private static @Nullable Browser browser;

  private static Browser browser() {
    return java.util.Objects.requireNonNull(browser);
  }

  @BeforeTry
  void chromium() throws Exception {
    assumeThat(Browser.installed())
        .as("Chromium is installed; without it this is skipped")
        .isPresent();
    if (browser == null) {
      browser = Browser.start();
    }
    browser().look(1280, 900, "light");
  }

  @AfterContainer
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
      browser = null;
    }
  }

  private static Map<String, Transcript> records() {
    Map<String, Transcript> records = new LinkedHashMap<>();
    records.put("gaza", Records.example(Path.of("examples", "gaza-2025.yaml")));
    records.put("ring", Records.example(Path.of("examples", "harbour-ring.yaml")));
    records.put("docks", Records.docksSettled());
    records.put("river", Records.riverStalled());
    records.put("cease-fire", Records.ceaseFire());
    records.put("hostile", HostileRecord.transcript());
    return records;
  }

  private static long open(String name, Transcript transcript) throws Exception {
    Files.createDirectories(PAGES);
    Path file = PAGES.resolve(name + ".html").toAbsolutePath();
    Files.writeString(file, Html.of(transcript), StandardCharsets.UTF_8);
    return browser().open(file);
  }

  private static String ask(String expression) throws Exception {
    return browser().eval(expression).asString();
  }

  /** No request but for the page itself, no error, no script of the record's. */
  private static void quiet(String name) {
    assertThat(browser().requests()).as(name).singleElement().asString().startsWith("file:");
    assertThat(browser().logged()).as(name).isEmpty();
  }

  @Example
  void every_chart_of_every_record_is_drawn_and_nothing_else_happens() throws Exception {
    for (Map.Entry<String, Transcript> entry : records().entrySet()) {
      for (String scheme : List.of("light", "dark")) {
        browser().look(scheme.equals("dark") ? 390 : 1280, 900, scheme);
        open(entry.getKey(), entry.getValue());
        JsonNode charts =
            browser()
                .eval(
                    "[...document.querySelectorAll('.chart')].map(c => [c.id, +c.dataset.marks,"
                        + " c.querySelector('svg').getBBox().width <= c.clientWidth + 1])");
        assertThat(charts.size()).as(entry.getKey()).isGreaterThan(2);
        for (JsonNode chart : charts) {
          assertThat(chart.get(1).asInt())
              .as("marks of %s of %s", chart.get(0), entry.getKey())
              .isPositive();
        }
        assertThat(ask("String(document.documentElement.scrollWidth <= innerWidth)"))
            .as("%s is no wider than the window", entry.getKey())
            .isEqualTo("true");
        quiet(entry.getKey());
      }
    }
  }

  @Example
  void where_nobody_reported_anything_there_is_nothing() throws Exception {
    open("gaza", records().get("gaza"));
    // Of Israel's positions one has a figure; the two that Hamas has given stand on, fainter.
    assertThat(ask("document.querySelectorAll('#course-chart rect.p0.edge').length + ''"))
        .isEqualTo("2"); // one is the legend's
    assertThat(ask("document.querySelectorAll('#overview-chart rect.p0.edge').length + ''"))
        .isEqualTo("1");
    assertThat(ask("document.querySelectorAll('#agreements-chart').length + ''")).isEqualTo("0");
  }

  @Example
  void every_kind_of_chart_is_there() throws Exception {
    open("gaza", records().get("gaza"));
    assertThat(ask("[...document.querySelectorAll('.chart')].map(c => c.id).join(' ')"))
        .isEqualTo(
            "overview-chart timeline-chart course-chart stages-chart linkage-chart"
                + " accounts-chart-0");
  }

  @Example
  void every_chart_has_a_table_beside_it() throws Exception {
    open("gaza", records().get("gaza"));
    assertThat(
            ask(
                "[...document.querySelectorAll('.chart')].every(c => c.closest('section')"
                    + ".querySelectorAll('tbody tr').length > 0) + ''"))
        .isEqualTo("true");
    browser().eval("document.querySelector('#positions summary').focus()");
    browser().press("Enter");
    assertThat(ask("document.querySelector('#positions details').open + ''")).isEqualTo("true");
  }

  @Example
  void the_keyboard_reaches_every_chart_and_goes_along_its_marks() throws Exception {
    open("gaza", records().get("gaza"));
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 200 && !reached.contains("accounts-chart-0"); i++) {
      browser().press("Tab");
      reached.add(ask("document.activeElement.id"));
    }
    assertThat(reached)
        .contains("overview-chart", "timeline-chart", "course-chart", "linkage-chart");
    browser().eval("document.getElementById('timeline-chart').focus()");
    browser().press("ArrowRight");
    assertThat(ask("document.getElementById('told').textContent")).startsWith("1 of 45. round 1");
    browser().press("ArrowDown");
    assertThat(ask("document.getElementById('told').textContent")).startsWith("1 of 45.");
    browser().press("End");
    assertThat(ask("document.getElementById('told').textContent"))
        .startsWith("45 of 45. inauguration: 20 January 2025");
    for (String chart :
        List.of("overview-chart", "course-chart", "stages-chart", "accounts-chart-0")) {
      browser().eval("document.getElementById('" + chart + "').focus()");
      browser().press("ArrowRight");
      assertThat(ask("document.querySelector('#" + chart + " .tip b').textContent"))
          .as(chart)
          .isNotEmpty();
      assertThat(ask("document.getElementById('told').textContent")).startsWith("1 of ");
    }
    quiet("gaza");
  }

  @Example
  void a_citation_leads_to_its_entry_and_shows_it() throws Exception {
    open("gaza", records().get("gaza"));
    browser().eval("document.querySelector('#sentences a.cite').focus()");
    assertThat(ask("document.querySelector('.tip.floating b').textContent")).startsWith("[25]");
    browser().press("Enter");
    browser().eval("new Promise(done => setTimeout(done, 50))");
    assertThat(ask("document.querySelector('#entries .chosen').id")).isEqualTo("e25");
    assertThat(ask("location.hash")).isEqualTo("#e25");
    assertThat(
            ask(
                "{ const b = document.getElementById('e25').getBoundingClientRect();"
                    + " String(b.top >= 0 && b.bottom <= innerHeight); }"))
        .isEqualTo("true");
    quiet("gaza");
  }

  @Example
  void the_slider_shows_the_page_as_it_was_known_and_the_address_keeps_it() throws Exception {
    open("iran", Records.example(Path.of("examples", "iran-1981.yaml")));
    browser()
        .eval(
            "{ const s = document.getElementById('known-at'); s.value = 39;"
                + " s.dispatchEvent(new Event('input', { bubbles: true })); }");
    assertThat(ask("document.querySelector('#sentences li').textContent"))
        .startsWith("Round 6 is open");
    assertThat(ask("document.querySelector('#sentences li').className")).isEqualTo("differs");
    assertThat(ask("location.hash")).isEqualTo("#at=40");
    assertThat(ask("document.querySelectorAll('#timeline-chart .veil').length + ''"))
        .isEqualTo("1");
    browser().eval("document.querySelector('.tools .axis').click()");
    assertThat(ask("location.hash")).isEqualTo("#at=40&axis=time");
    browser().eval("document.getElementById('known-now').click()");
    assertThat(ask("document.querySelector('#sentences li').textContent"))
        .startsWith("Iran and United States signed an agreement");
    quiet("iran");
  }

  @Example
  void a_chart_can_be_taken_along() throws Exception {
    open("gaza", records().get("gaza"));
    browser()
        .eval(
            "{ window.saved = []; HTMLAnchorElement.prototype.click = function () {"
                + " saved.push([this.download, unescape(this.href.slice(0, 3000))]); };"
                + " document.querySelectorAll('#positions .tools button')"
                + ".forEach(b => b.click()); }");
    browser().eval("new Promise(done => setTimeout(done, 500))");
    assertThat(ask("saved.map(s => s[0]).sort().join(' ')"))
        .isEqualTo("overview.csv overview.png overview.svg");
    assertThat(ask("saved.find(s => s[0].endsWith('svg'))[1]")).contains("<svg", "xmlns=");
    assertThat(ask("saved.find(s => s[0].endsWith('png'))[1]")).startsWith("data:image/png;base64");
    assertThat(ask("saved.find(s => s[0].endsWith('csv'))[1]")).contains("issue,Israel,Hamas,gap");
    assertThat(browser().logged()).isEmpty();
  }

  @Example
  void a_record_takes_at_most_eight_sheets_of_paper() throws Exception {
    browser().look(390, 900, "dark");
    open("gaza", records().get("gaza"));
    assertThat(browser().sheets()).isBetween(3, 8);
  }

  @Example
  void the_record_is_filtered_by_party_issue_and_source() throws Exception {
    open("gaza", records().get("gaza"));
    String shown = "document.getElementById('shown').textContent";
    assertThat(ask(shown)).isEqualTo("41 of 41 entries shown");
    choose("party", "hamas");
    // Seven entries are its own, the others are addressed to it or rest on its word.
    assertThat(ask(shown)).isEqualTo("11 of 41 entries shown");
    choose("issue", "withdrawal-days");
    assertThat(ask(shown)).isEqualTo("2 of 41 entries shown");
    choose("source", "hamas-senior");
    assertThat(ask(shown)).isEqualTo("1 of 41 entries shown");
    assertThat(ask("[...document.querySelectorAll('#entries tbody tr')].find(r => !r.hidden).id"))
        .isEqualTo("e21");
    browser().eval("document.querySelector('#filters button').click()");
    browser().eval("new Promise(done => setTimeout(done, 20))");
    assertThat(ask(shown)).isEqualTo("41 of 41 entries shown");
  }

  private static void choose(String name, String value) throws Exception {
    browser()
        .eval(
            "{ const s = document.querySelector('#filters select[name=%s]'); s.value = '%s';"
                    .formatted(name, value)
                + " s.dispatchEvent(new Event('input', { bubbles: true })); }");
  }

  @Example
  void names_that_are_scripts_are_shown_and_run_nothing() throws Exception {
    open("hostile", HostileRecord.transcript());
    assertThat(ask("document.querySelector('h1').textContent"))
        .isEqualTo(HostileRecord.SCRIPT + HostileRecord.HEBREW);
    assertThat(ask("document.querySelectorAll('img, u, [onclick]').length + ''")).isEqualTo("0");
    for (String chart : List.of("timeline-chart", "course-chart", "linkage-chart")) {
      browser().eval("document.getElementById('" + chart + "').focus()");
      browser().press("ArrowRight");
      browser().press("ArrowRight");
      assertThat(ask("document.querySelectorAll('#" + chart + " .tip').length + ''"))
          .isEqualTo("1");
    }
    assertThat(ask("document.querySelectorAll('img, script').length + ''")).isEqualTo("2");
    quiet("hostile");
  }

  @Example
  void no_script_but_the_page_s_own_may_run() throws Exception {
    open("docks", Records.docksSettled());
    browser()
        .eval(
            "{ const s = document.createElement('script'); s.textContent = 'window.broken = 1';"
                + " document.body.append(s); }");
    assertThat(ask("String(window.broken)")).isEqualTo("undefined");
    assertThat(browser().logged()).singleElement().asString().contains("Content Security Policy");
  }

  @Example
  void nobody_is_kept_out_by_a_barrier_that_axe_knows() throws Exception {
    String axe;
    try (InputStream in = PageTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String name : List.of("gaza", "ring", "docks", "river")) {
      for (String scheme : List.of("light", "dark")) {
        browser().look(1280, 900, scheme);
        open(name, records().get(name));
        browser().eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        browser().eval(axe + ";0");
        assertThat(
                ask(
                    "axe.run().then(found => found.violations.map(v =>"
                        + " `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(' ')}`).join('\\n'))"))
            .as("%s, %s", name, scheme)
            .isEmpty();
      }
    }
  }

  /** How long it took is printed, and judged by nobody: the machine may have other things to do. */
  @Example
  void a_record_of_ten_thousand_moves_opens_whole() throws Exception {
    Agenda agenda =
        Agenda.builder()
            .principal("union", "Union")
            .principal("studios", "Studios")
            .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
            .issue("hours", Scale.quantity(30, 60, "hours"))
            .build();
    Negotiation talks = Negotiation.about(agenda);
    for (int i = 0; talks.chronicle().size() < 10_000; i++) {
      String day = LocalDate.of(2000, 1, 1).plusDays(i).toString();
      GeneralDemand demand =
          GeneralDemand.of("union", "studios", "rise", "at least " + (5 + i % 5));
      Move asks = Move.by("union").on(day).amends(demand);
      talks =
          talks.with(
              Move.by("union").on(day).opensRound(),
              i == 0 ? Move.by("union").on(day).demands(demand) : asks,
              Move.by("studios").on(day).offers(hours(agenda, 40 + i % 7)),
              Move.by("union").on(day).promises("to think about it"),
              Move.by("union").on(day).closesRound());
    }
    Transcript transcript = Transcript.of(talks).titled("Ten thousand moves");
    long took = open("ten-thousand", transcript);
    assertThat(ask("document.querySelectorAll('#entries tbody tr').length + ''"))
        .isEqualTo("10000");
    quiet("ten-thousand");
    System.out.println("ten thousand moves opened in " + took + " ms");
  }

  private static Offer hours(Agenda agenda, int hours) {
    return Offer.of("studios", "union", Terms.on(agenda).set("hours", hours).build());
  }

  @Example
  void the_picture_of_the_readme_is_taken() throws Exception {
    browser().look(1200, 900, "light");
    open("gaza", records().get("gaza"));
    int end =
        browser()
            .eval(
                "document.querySelector('#positions details').getBoundingClientRect().top + scrollY")
            .asInt();
    byte[] picture = browser().picture(1200, 0, end);
    assertThat(picture.length).isBetween(20_000, 300_000);
    Path file =
        "write".equals(System.getProperty("picture"))
            ? Path.of("examples", "gaza-2025.png")
            : PAGES.resolve("gaza-2025.png");
    Files.write(file, picture);
  }
}
