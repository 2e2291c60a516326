package dev.parley.testing;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Condition;
import dev.parley.demand.Demand;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.HostageRelease;
import dev.parley.demand.Instalment;
import dev.parley.demand.Offer;
import dev.parley.demand.PrisonerRelease;
import dev.parley.demand.Trigger;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Withdrawal;
import dev.parley.evidence.Answer;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Obligation;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values as Java expressions that make them again. */
final class JavaSource {
  private JavaSource() {}

  static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c > '~') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  static String name(Enum<?> constant) {
    return constant.getDeclaringClass().getCanonicalName().replaceAll(".*\\.(?=[A-Z]\\w*$)", "")
        + "."
        + constant.name();
  }

  static String texts(Collection<String> all) {
    return all.stream().map(JavaSource::text).collect(Collectors.joining(", "));
  }

  static String of(ActorId id) {
    return "ActorId.of(" + text(id.text()) + ")";
  }

  static String of(IssueId id) {
    return "IssueId.of(" + text(id.text()) + ")";
  }

  static String actors(Collection<ActorId> ids) {
    return ids.stream().map(JavaSource::of).collect(Collectors.joining(", "));
  }

  static String issues(Collection<IssueId> ids) {
    return ids.stream().map(JavaSource::of).collect(Collectors.joining(", "));
  }

  static String set(String elements) {
    return "ImmutableSet.of(" + elements + ")";
  }

  static String optional(Optional<String> source) {
    return source.map(s -> "Optional.of(" + s + ")").orElse("Optional.empty()");
  }

  static String of(When when) {
    return "When.parse(" + text(when.toString()) + ")";
  }

  static String of(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return "Scale.levels(" + texts(levels.names()) + ")";
    }
    if (scale instanceof Scale.Options options) {
      return "Scale.options(" + texts(options.names()) + ")";
    }
    if (scale instanceof Scale.Checklist list) {
      return "Scale.checklist(" + texts(list.items()) + ")";
    }
    Scale.Quantity q = (Scale.Quantity) scale;
    return "Scale.quantity(\"%s\", \"%s\", \"%s\", %s)"
        .formatted(
            q.least().toPlainString(),
            q.most().toPlainString(),
            q.step().toPlainString(),
            text(q.unit()));
  }

  static String of(Value value) {
    if (value instanceof Value.Level level) {
      return "Value.level(" + text(level.name()) + ")";
    }
    if (value instanceof Value.Option option) {
      return "Value.option(" + text(option.name()) + ")";
    }
    return value instanceof Value.Items items
        ? "Value.items(" + texts(items.names()) + ")"
        : "Value.amount(new BigDecimal(\"" + value + "\"))";
  }

  static String of(Terms terms) {
    return terms.values().entrySet().stream()
        .map(e -> of(e.getKey()) + ", " + of(e.getValue()))
        .collect(Collectors.joining(", ", "Terms.of(ImmutableMap.of(", "))"));
  }

  static String of(Ask ask) {
    if (ask.words().isEmpty()) {
      return "Ask.of(" + text(ask.region().orElseThrow()) + ")";
    }
    return ask.region().isEmpty()
        ? "Ask.inWords(" + text(ask.words()) + ")"
        : "new Ask(%s, %s)"
            .formatted(optional(ask.region().map(JavaSource::text)), text(ask.words()));
  }

  static String of(Demand demand) {
    StringBuilder source = new StringBuilder();
    if (demand instanceof GeneralDemand d) {
      source.append("GeneralDemand.builder()");
      d.wanted().forEach((i, a) -> source.append(".putWanted(%s, %s)".formatted(of(i), of(a))));
    } else if (demand instanceof EndOfWar d) {
      source.append(
          "EndOfWar.builder().issue(%s).level(%s)".formatted(of(d.issue()), of(d.level())));
    } else if (demand instanceof PrisonerRelease d) {
      source.append(
          "PrisonerRelease.builder().issue(%s).number(%s)"
              .formatted(of(d.issue()), of(d.number())));
    } else if (demand instanceof HostageRelease d) {
      source.append(
          "HostageRelease.builder().issue(%s).number(%s)".formatted(of(d.issue()), of(d.number())));
    } else if (demand instanceof HostageList d) {
      source.append(
          "HostageList.builder().issue(%s).addItems(%s)"
              .formatted(of(d.issue()), texts(d.items())));
    } else if (demand instanceof Withdrawal d) {
      source.append(
          "Withdrawal.builder().extentIssue(%s).timetableIssue(%s).extent(%s)"
              .formatted(of(d.extentIssue()), of(d.timetableIssue()), of(d.extent())));
      d.timetable().ifPresent(t -> source.append(".timetable(").append(of(t)).append(')'));
    } else {
      return demand.kind().toUpperCase(Locale.ROOT).replaceAll("\\W+", "_");
    }
    source.append(".by(").append(of(demand.by())).append(')');
    if (!demand.of().isEmpty()) {
      source.append(".addOf(").append(actors(demand.of())).append(')');
    }
    demand.firmness().ifPresent(f -> source.append(".firmness(").append(name(f)).append(')'));
    return source
        .append(demand.sufficient() ? ".sufficient(true)" : "")
        .append(".build()")
        .toString();
  }

  static String of(Offer offer) {
    StringBuilder source =
        new StringBuilder(
            "Offer.builder().by(%s).addTo(%s).terms(%s)"
                .formatted(of(offer.by()), actors(offer.to()), of(offer.terms())));
    offer.conditions().forEach(c -> source.append(".addConditions(").append(of(c)).append(')'));
    offer.instalments().forEach(i -> source.append(".addInstalments(").append(of(i)).append(')'));
    offer.undertakings().forEach(u -> source.append(".addUndertakings(").append(of(u)).append(')'));
    offer.expiry().ifPresent(e -> source.append(".expiry(").append(of(e)).append(')'));
    if (offer.binding() != Binding.WHOLE) {
      source.append(".binding(").append(name(offer.binding())).append(')');
    }
    return source.append(".build()").toString();
  }

  private static String of(Condition c) {
    return "new Condition(%s, %s, %s)".formatted(of(c.issue()), of(c.ask()), c.sufficient());
  }

  private static String of(Instalment i) {
    return "new Instalment(%s, %s, %s)".formatted(text(i.name()), of(i.terms()), of(i.trigger()));
  }

  private static String of(Trigger trigger) {
    if (trigger instanceof Trigger.AfterDays t) {
      return "new Trigger.AfterDays(" + t.days() + ")";
    }
    if (trigger instanceof Trigger.After t) {
      return "new Trigger.After(" + text(t.instalment()) + ")";
    }
    return trigger instanceof Trigger.When t
        ? "new Trigger.When(" + text(t.words()) + ")"
        : "new Trigger.OnForce()";
  }

  static String of(Undertaking u) {
    StringBuilder source =
        new StringBuilder(
            "Undertaking.builder().name(%s).by(%s).words(%s).trigger(%s)"
                .formatted(text(u.name()), of(u.by()), text(u.words()), of(u.trigger())));
    u.terms().ifPresent(t -> source.append(".terms(").append(of(t)).append(')'));
    u.due().ifPresent(d -> source.append(".due(").append(of(d)).append(')'));
    u.guarantor().ifPresent(g -> source.append(".guarantor(").append(of(g)).append(')'));
    return source.append(".build()").toString();
  }

  static String of(Obligation o) {
    return "new Obligation(%s, %s)".formatted(of(o.undertaking()), set(actors(o.owedTo())));
  }

  static String of(Source s) {
    StringBuilder source =
        new StringBuilder(
            "Source.builder().id(%s).kind(SourceKind.%s)".formatted(text(s.id()), s.kind().name()));
    s.speaksFor().ifPresent(a -> source.append(".speaksFor(").append(of(a)).append(')'));
    s.speaker().ifPresent(t -> source.append(".speaker(").append(text(t)).append(')'));
    s.name().ifPresent(t -> source.append(".name(").append(text(t)).append(')'));
    s.via().ifPresent(t -> source.append(".via(").append(text(t)).append(')'));
    s.where().ifPresent(t -> source.append(".where(").append(text(t)).append(')'));
    s.on().ifPresent(w -> source.append(".on(").append(of(w)).append(')'));
    return source.append(s.anonymous() ? ".anonymous(true)" : "").append(".build()").toString();
  }

  static String of(Claim c) {
    StringBuilder source =
        new StringBuilder(
            "Claim.builder().about(%s).says(%s).source(%s)"
                .formatted(text(c.about()), of(c.says()), of(c.source())));
    if (!c.on().isUnknown()) {
      source.append(".on(").append(of(c.on())).append(')');
    }
    c.concerning().ifPresent(a -> source.append(".concerning(").append(of(a)).append(')'));
    return source.append(".build()").toString();
  }

  private static String of(Answer answer) {
    if (answer instanceof Answer.Count count) {
      return "Answer.of(Figure.parse(" + text(count.figure().toString()) + "))";
    }
    if (answer instanceof Answer.Date date) {
      return "Answer.of(" + of(date.when()) + ")";
    }
    return answer instanceof Answer.Text words
        ? "Answer.text(" + text(words.words()) + ")"
        : answer == Answer.yes() ? "Answer.yes()" : "Answer.no()";
  }
}
