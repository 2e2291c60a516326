package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.Account;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Interval;
import dev.parley.evidence.Tolerance;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts: the whole and its parts as bars, with what the figures leave open. */
record AccountsPanel(Material of) implements Panel {
  private record Row(String label, Figure figure, Optional<Interval> range, String source) {}

  @Override
  public String id() {
    return "accounts";
  }

  @Override
  public void html(Markup page) {
    ImmutableList<Account> accounts = of.transcript().accounts();
    page.element("p", of.say("accounts.how"), "class", "note");
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      page.element("h3", title(account), "dir", "auto");
      page.element("p", PlainText.safe(reconciled(account).describe()));
      Panel.chart(page, "accounts-chart-" + i, of.say("accounts.label", title(account)));
      List<List<String>> rows = new ArrayList<>();
      for (Row row : rows(account)) {
        rows.add(
            List.of(
                row.label(),
                PlainText.safe(row.figure().wording()),
                words(row.range()),
                row.source()));
      }
      rows.add(
          List.of(of.say("accounts.sum"), "", words(Optional.of(reconciled(account).sum())), ""));
      folded(
          page,
          of.say("accounts.table", title(account)),
          List.of("accounts.part", "accounts.figure", "accounts.range", "source"),
          rows);
    }
  }

  private String title(Account account) {
    return PlainText.safe(account.name()) + " (" + PlainText.safe(account.unit()) + ")";
  }

  private Optional<Tolerance> tolerance() {
    return of.negotiation().situation().policy().about();
  }

  private Reconciliation reconciled(Account account) {
    return account.reconcile(tolerance());
  }

  private String words(Optional<Interval> range) {
    Optional<String> low = range.flatMap(Interval::low).map(Names::plain);
    Optional<String> high = range.flatMap(Interval::high).map(Names::plain);
    if (low.isPresent() && high.isPresent()) {
      return low.equals(high) ? low.get() : of.say("accounts.between", low.get(), high.get());
    }
    if (low.isPresent()) {
      boolean included = range.get().contains(new BigDecimal(low.get()));
      return of.say(included ? "accounts.or-more" : "accounts.more", low.get());
    }
    if (high.isPresent()) {
      boolean included = range.get().contains(new BigDecimal(high.get()));
      return of.say(included ? "accounts.or-less" : "accounts.less", high.get());
    }
    return of.say("accounts.open");
  }

  private List<Row> rows(Account account) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(account, account.wholeLabel(), account.whole()));
    account.parts().forEach((label, figure) -> rows.add(row(account, label, figure)));
    return rows;
  }

  private Row row(Account account, String label, Figure figure) {
    String source =
        Optional.ofNullable(account.sources().get(label))
            .map(
                id ->
                    Optional.ofNullable(of.names().sources().get(id))
                        .map(of.names()::source)
                        .orElse(PlainText.safe(id)))
            .orElse("");
    return new Row(PlainText.safe(label), figure, figure.range(tolerance()), source);
  }

  @Override
  public void data(JsonWriter data) {
    data.objects("accounts", of.transcript().accounts(), this::account);
  }

  private void account(JsonWriter sheet, Account account) {
    sheet.put("name", title(account));
    BigDecimal start = BigDecimal.ZERO;
    List<BigDecimal> starts = new ArrayList<>();
    List<Row> rows = rows(account);
    for (int i = 0; i < rows.size(); i++) {
      starts.add(i == 0 ? BigDecimal.ZERO : start);
      start = i == 0 ? start : start.add(rows.get(i).figure().number().orElse(BigDecimal.ZERO));
    }
    sheet.objects(
        "bars",
        rows,
        (s, row) -> {
          s.put("label", row.label()).put("text", PlainText.safe(row.figure().wording()));
          s.number("number", row.figure().number());
          s.put("start", starts.get(rows.indexOf(row)));
          s.number("low", row.range().flatMap(Interval::low));
          s.number("high", row.range().flatMap(Interval::high));
          s.put("source", row.source());
        });
    Interval sum = reconciled(account).sum();
    sheet.object(
        "sum",
        s -> {
          s.put("label", of.say("accounts.sum")).put("text", words(Optional.of(sum)));
          s.number("low", sum.low()).number("high", sum.high());
        });
  }
}
