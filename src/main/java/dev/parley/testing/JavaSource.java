package dev.parley.testing;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.EntryIntoForce.Ratifiers;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.HostageRelease;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.PrisonerRelease;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.demand.Withdrawal;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** Returns a type's name as it is written beside an import of all that its package has. */
  static String withoutPackage(Class<?> type) {
    return type.getCanonicalName().substring(type.getPackageName().length() + 1);
  }

  static String name(Enum<?> constant) {
    return withoutPackage(constant.getDeclaringClass()) + "." + constant.name();
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
        : "Value.amount(" + of(((Value.Amount) value).number()) + ")";
  }

  static String of(BigDecimal number) {
    return "new BigDecimal(" + text(number.toPlainString()) + ")";
  }

  static String of(Terms terms) {
    if (terms.values().isEmpty()) {
      return "Terms.NONE";
    }
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
    source.append(call("by", of(demand.by())));
    if (!demand.of().isEmpty()) {
      source.append(call("addOf", actors(demand.of())));
    }
    source.append(call("firmness", demand.firmness().map(JavaSource::name)));
    return source.append(flag("sufficient", demand.sufficient())).append(".build()").toString();
  }

  static String of(Offer offer) {
    return "Offer.builder().by(%s).addTo(%s)".formatted(of(offer.by()), actors(offer.to()))
        + said(offer)
        + call("expiry", offer.expiry().map(JavaSource::of))
        + flag("proposal", offer.proposal())
        + ".build()";
  }

  static String of(Text text) {
    return "Text.builder()"
        + said(text)
        + (text.parties().isEmpty() ? "" : call("addParties", actors(text.parties())))
        + ".build()";
  }

  private static String said(Provisions text) {
    Optional<Binding> binding = Optional.of(text.binding()).filter(b -> b != Binding.WHOLE);
    return call("terms", of(text.terms()))
        + calls("addConditions", text.conditions(), JavaSource::of)
        + calls("addInstalments", text.instalments(), JavaSource::of)
        + calls("addUndertakings", text.undertakings(), JavaSource::of)
        + calls("putBracket", text.brackets().entrySet().asList(), JavaSource::bracket)
        + call("binding", binding.map(JavaSource::name))
        + flag("comprehensive", text.comprehensive())
        + flag("interim", text.interim())
        + flag("standsAlone", text.standsAlone())
        + (text.openTo().isEmpty() ? "" : call("addOpenTo", actors(text.openTo())))
        + flag("denounceable", text.denounceable())
        + call("verifier", text.verifier().map(JavaSource::of))
        + call("inForce", Optional.of(text.inForce()).flatMap(JavaSource::unusual))
        + call("lasts", text.lasts().map(JavaSource::of))
        + call("replaces", text.replaces().map(JavaSource::of))
        + call("amends", text.amends().map(JavaSource::of));
  }

  private static String bracket(Map.Entry<IssueId, ImmutableMap<ActorId, Value>> clause) {
    return clause.getValue().entrySet().stream()
        .map(e -> of(e.getKey()) + ", " + of(e.getValue()))
        .collect(Collectors.joining(", ", of(clause.getKey()) + ", ImmutableMap.of(", ")"));
  }

  private static String of(Lasting time) {
    if (time instanceof Lasting.Until until) {
      return "new Lasting.Until(" + of(until.date()) + ")";
    }
    if (time instanceof Lasting.UntilEvent event) {
      return "new Lasting.UntilEvent(" + text(event.words()) + ")";
    }
    return time instanceof Lasting.Hours hours
        ? "new Lasting.Hours(" + hours.hours() + ")"
        : "new Lasting.Days(" + ((Lasting.Days) time).days() + ")";
  }

  private static Optional<String> unusual(EntryIntoForce entry) {
    if (entry.equals(EntryIntoForce.ON_RATIFICATION)) {
      return Optional.empty();
    }
    return Optional.of(
        "new EntryIntoForce(%s, %s, %s, %s)"
            .formatted(
                of(entry.ratifiers()),
                optional(entry.date().map(JavaSource::of)),
                optional(entry.event().map(JavaSource::of)),
                entry.provisionally()));
  }

  private static String of(Ratifiers who) {
    String what =
        who instanceof Ratifiers.Those those
            ? set(actors(those.parties()))
            : who instanceof Ratifiers.AtLeast some ? "" + some.parties() : "";
    return "new EntryIntoForce.Ratifiers.%s(%s)".formatted(who.getClass().getSimpleName(), what);
  }

  private static String call(String method, String argument) {
    return "." + method + "(" + argument + ")";
  }

  private static String call(String method, Optional<String> argument) {
    return argument.map(a -> call(method, a)).orElse("");
  }

  private static <T> String calls(String method, List<T> all, Function<T, String> source) {
    return all.stream().map(one -> call(method, source.apply(one))).collect(Collectors.joining());
  }

  private static String flag(String method, boolean set) {
    return set ? call(method, "true") : "";
  }

  static String of(Condition c) {
    return "new Offer.Condition(%s, %s, %s)".formatted(of(c.issue()), of(c.ask()), c.sufficient());
  }

  private static String of(Instalment i) {
    return "new Offer.Instalment(%s, %s, %s)"
        .formatted(text(i.name()), of(i.terms()), of(i.trigger()));
  }

  private static String of(Trigger trigger) {
    String made = "new Undertaking.Trigger.";
    if (trigger instanceof Trigger.AfterDays t) {
      return made + "AfterDays(" + t.days() + ")";
    }
    if (trigger instanceof Trigger.OnDate t) {
      return made + "OnDate(" + of(t.date()) + ")";
    }
    if (trigger instanceof Trigger.After t) {
      String named = made + "After(" + text(t.instalment());
      return t.under().isEmpty() && t.later().isZero()
          ? named + ")"
          : "%s, %s, java.time.Duration.ofHours(%s))"
              .formatted(named, optional(t.under().map(JavaSource::of)), t.later().toHours());
    }
    return trigger instanceof Trigger.When t
        ? "new Undertaking.Trigger.When(" + text(t.words()) + ")"
        : "new Undertaking.Trigger.OnForce()";
  }

  static String of(Undertaking u) {
    return "Undertaking.builder().name(%s).by(%s).words(%s).trigger(%s)"
            .formatted(text(u.name()), of(u.by()), text(u.words()), of(u.trigger()))
        + call("terms", u.terms().map(JavaSource::of))
        + call("amount", u.amount().map(JavaSource::of))
        + flag("refrain", u.refrain())
        + call("due", u.due().map(JavaSource::of))
        + call("guarantor", u.guarantor().map(JavaSource::of))
        + ".build()";
  }

  static String of(Obligation o, Function<Text, String> texts) {
    return "new Obligation(%s, %s, %s)"
        .formatted(texts.apply(o.under()), of(o.undertaking()), set(actors(o.owedTo())));
  }

  static String of(Source s) {
    return "Source.builder().id(%s).kind(Source.Kind.%s)".formatted(text(s.id()), s.kind().name())
        + call("speaksFor", s.speaksFor().map(JavaSource::of))
        + call("speaker", s.speaker().map(JavaSource::text))
        + call("name", s.name().map(JavaSource::text))
        + call("via", s.via().map(JavaSource::text))
        + call("where", s.where().map(JavaSource::text))
        + call("on", s.on().map(JavaSource::of))
        + flag("anonymous", s.anonymous())
        + ".build()";
  }

  static String of(Claim c) {
    return "Claim.builder().about(%s).says(%s).source(%s)"
            .formatted(text(c.about()), of(c.says()), of(c.source()))
        + (c.on().isUnknown() ? "" : call("on", of(c.on())))
        + call("concerning", c.concerning().map(JavaSource::of))
        + ".build()";
  }

  private static String of(Answer answer) {
    if (answer instanceof Answer.Count count) {
      return "Claim.Answer.of(Figure.parse(" + text(count.figure().toString()) + "))";
    }
    if (answer instanceof Answer.Date date) {
      return "Claim.Answer.of(" + of(date.when()) + ")";
    }
    return answer instanceof Answer.Text words
        ? "Claim.Answer.text(" + text(words.words()) + ")"
        : answer == Answer.yes() ? "Claim.Answer.yes()" : "Claim.Answer.no()";
  }
}
