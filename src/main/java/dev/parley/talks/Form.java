package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The form of a kind of act, declared once beside it: the verb by which files tell it, and its
 * components in order. All that is only structure, such as reading, writing and renaming, goes over
 * these; what the act means is the business of its conduct. Immutable.
 *
 * @param <A> the act
 */
public final class Form<A extends Act> {
  private final ImmutableList<String> verbs;
  private final Optional<String> impersonal;
  private final String label;
  private final ImmutableList<Component<A, ?>> components;
  private final Function<Values<A>, A> maker;
  private final @Nullable Component<A, ?> subject;

  private Form(
      Named named, ImmutableList<Component<A, ?>> components, Function<Values<A>, A> maker) {
    this.verbs = named.verbs();
    this.impersonal = named.impersonal();
    this.label = named.label();
    this.components = components;
    this.maker = maker;
    this.subject =
        components.stream()
            .filter(c -> c.followsVerb() && Shape.STANDING.stream().anyMatch(c.shape()::isOf))
            .findFirst()
            .orElse(null);
  }

  /** Begins a form: the verb of files, or several between which a component decides. */
  static Named told(String... verbs) {
    return new Named(ImmutableList.copyOf(verbs), verbs[0], Optional.empty());
  }

  /**
   * What a kind of act is called, before its components are said.
   *
   * @param verbs the verbs of files
   * @param label what stands before its content in a few words: {@code "drops its demand on"}
   */
  record Named(ImmutableList<String> verbs, String label, Optional<String> impersonal) {
    Named labelled(String words) {
      return new Named(verbs, words, impersonal);
    }

    /** Says how files tell it where nobody says who it was. */
    Named toldOfNobody(String key) {
      return new Named(verbs, label, Optional.of(key));
    }

    <A extends Act> Form<A> of(Supplier<A> make) {
      return new Form<>(this, ImmutableList.of(), values -> make.get());
    }

    <A extends Act, T> Form<A> of(Component<A, T> one, Function<T, A> make) {
      return new Form<>(this, ImmutableList.of(one), values -> make.apply(values.of(one)));
    }

    <A extends Act, T, U> Form<A> of(
        Component<A, T> one, Component<A, U> two, BiFunction<T, U, A> make) {
      return new Form<>(
          this, ImmutableList.of(one, two), values -> make.apply(values.of(one), values.of(two)));
    }

    <A extends Act, T, U, V> Form<A> of(
        Component<A, T> one, Component<A, U> two, Component<A, V> three, Of3<T, U, V, A> make) {
      return new Form<>(
          this,
          ImmutableList.of(one, two, three),
          values -> make.apply(values.of(one), values.of(two), values.of(three)));
    }

    <A extends Act, T, U, V, W> Form<A> of(
        Component<A, T> one,
        Component<A, U> two,
        Component<A, V> three,
        Component<A, W> four,
        Of4<T, U, V, W, A> make) {
      return new Form<>(
          this,
          ImmutableList.of(one, two, three, four),
          values -> make.apply(values.of(one), values.of(two), values.of(three), values.of(four)));
    }
  }

  interface Of3<T, U, V, A> {
    A apply(T one, U two, V three);
  }

  interface Of4<T, U, V, W, A> {
    A apply(T one, U two, V three, W four);
  }

  /** The values of which an act is made. */
  private interface Values<A extends Act> {
    <T> T of(Component<A, T> component);
  }

  /** {@return the verbs by which files tell such an act: one, or several to choose between} */
  public ImmutableList<String> verbs() {
    return verbs;
  }

  /**
   * {@return the key by which files tell such an act where nobody says who it was, such as {@code
   * suspended}; empty where somebody must be named}
   */
  public Optional<String> impersonal() {
    return impersonal;
  }

  /** {@return the words that its content follows: {@code "drops its demand on"}} */
  public String label() {
    return label;
  }

  /** {@return what such an act says, in order} */
  public ImmutableList<Component<A, ?>> components() {
    return components;
  }

  /**
   * Says something of each component.
   *
   * @param act an act of this form
   * @param cases what to say, by shape
   * @param <R> what is said
   * @return what is said of each, in order
   * @hidden
   */
  public <R> ImmutableList<R> tell(A act, Shape.Cases<R> cases) {
    ImmutableList.Builder<R> told = ImmutableList.builder();
    for (Component<A, ?> component : components) {
      told.add(tell(act, component, cases));
    }
    return told.build();
  }

  /**
   * Says something of one component.
   *
   * @param act an act of this form
   * @param component one of its components
   * @param cases what to say, by shape
   * @param <T> its values
   * @param <R> what is said
   * @return what is said of it
   * @hidden
   */
  public <T, R> R tell(A act, Component<A, T> component, Shape.Cases<R> cases) {
    return component.shape().tell(cases, component, component.get(act));
  }

  /**
   * Returns an act with other values in the place of some.
   *
   * @param act an act of this form
   * @param mapping which, by shape
   * @return the act
   * @hidden
   */
  public A change(A act, Shape.Mapping mapping) {
    return maker.apply(
        new Values<A>() {
          @Override
          public <T> T of(Component<A, T> component) {
            return component.shape().change(mapping, component.get(act));
          }
        });
  }

  /**
   * Returns an act that is made of supplied values. Each component is asked for, also after one for
   * which there is nothing; what follows the verb comes last, when all keys are known.
   *
   * @param supply where values come from
   * @return the act, or empty where a value is missing
   * @hidden
   */
  public Optional<A> make(Shape.Supply supply) {
    Map<Component<A, ?>, Object> values = new HashMap<>();
    for (boolean last : new boolean[] {false, true}) {
      for (Component<A, ?> component : components) {
        if (component.followsVerb() == last) {
          component.shape().bring(supply, component).ifPresent(v -> values.put(component, v));
        }
      }
    }
    if (values.size() < components.size()) {
      return Optional.empty();
    }
    return Optional.of(
        maker.apply(
            new Values<A>() {
              @SuppressWarnings("unchecked")
              @Override
              public <T> T of(Component<A, T> component) {
                return (T) Objects.requireNonNull(values.get(component));
              }
            }));
  }

  /**
   * Returns the acts about something in which nothing is left open: each component that must be
   * said is what the act is about, or each of the values that are offered for it; all else is as
   * usual.
   *
   * @param about the standing thing that the acts are about; empty for none
   * @param choices the values to choose among, by component; empty where there are too many
   * @return the acts; none where something must be said for which there is nothing
   */
  ImmutableList<A> all(
      Optional<Object> about, Function<Component<A, ?>, ImmutableList<?>> choices) {
    List<List<?>> values = new ArrayList<>();
    for (Component<A, ?> component : components) {
      values.add(
          component == subject
              ? subjects(component, about)
              : component
                  .usual()
                  .<List<?>>map(ImmutableList::of)
                  .orElseGet(() -> choices.apply(component)));
    }
    return Lists.cartesianProduct(values).stream()
        .map(chosen -> maker.apply(chosen(chosen)))
        .collect(ImmutableList.toImmutableList());
  }

  private static List<?> subjects(Component<?, ?> component, Optional<Object> about) {
    return component.usual().isPresent()
        ? ImmutableList.of(about)
        : ImmutableList.copyOf(about.stream().iterator());
  }

  private Values<A> chosen(List<?> values) {
    return new Values<>() {
      @SuppressWarnings("unchecked")
      @Override
      public <T> T of(Component<A, T> component) {
        return (T) values.get(components.indexOf(component));
      }
    };
  }

  /**
   * Returns the acts that say less: for each component that need not be said and is, the act
   * without it.
   *
   * @param act an act of this form
   * @return the acts, in the order of the components
   */
  public ImmutableList<A> plainer(A act) {
    ImmutableList.Builder<A> plainer = ImmutableList.builder();
    for (Component<A, ?> component : components) {
      if (component.usual().isPresent() && !component.isUsual(act)) {
        plainer.add(without(act, component));
      }
    }
    return plainer.build();
  }

  private A without(A act, Component<A, ?> left) {
    return maker.apply(
        new Values<A>() {
          @Override
          public <T> T of(Component<A, T> component) {
            return component == left ? component.usual().orElseThrow() : component.get(act);
          }
        });
  }

  /**
   * Returns whether an act says of a component what is usual.
   *
   * @param act an act of this form
   * @param component one of its components
   * @return whether it need not be said
   */
  public boolean isUsual(A act, Component<A, ?> component) {
    return component.isUsual(act);
  }

  /** Returns what an act says in its first component of a shape, if it says anything there. */
  @SuppressWarnings("unchecked") // a component of this shape holds such a value, or may lack one
  <T> Optional<T> value(A act, Shape<T> shape) {
    for (Component<A, ?> component : components) {
      if (component.shape().isOf(shape)) {
        Object value = component.get(act);
        return component.shape() == shape ? Optional.of((T) value) : (Optional<T>) value;
      }
    }
    return Optional.empty();
  }

  /** Returns the standing thing that such an act is about. */
  Optional<Object> subject(A act) {
    if (subject == null) {
      return Optional.empty();
    }
    Object value = subject.get(act);
    return value instanceof Optional<?> named ? named.map(v -> v) : Optional.of(value);
  }

  @Override
  public String toString() {
    return verbs.get(0) + components;
  }

  /**
   * One thing that an act says: the offer that is accepted, the issues that are left undisputed. It
   * has a name, a {@link Shape}, and a place in a file: after the verb, under a key, or spread over
   * keys of its own, as terms are. Immutable.
   *
   * @param <A> the act
   * @param <T> the values
   */
  public static final class Component<A extends Act, T> {
    private static final String AFTER_VERB = "";
    private static final String SPREAD = "*";

    private final String name;
    private final String key;
    private final Shape<T> shape;
    private final Function<A, T> getter;
    private final @Nullable T usual;

    private Component(
        String name, String key, Shape<T> shape, Function<A, T> getter, @Nullable T usual) {
      this.name = name;
      this.key = key;
      this.shape = shape;
      this.getter = getter;
      this.usual = usual;
    }

    /** A component that follows the verb. */
    static <A extends Act, T> Component<A, T> of(
        String name, Shape<T> shape, Function<A, T> getter) {
      return new Component<>(name, AFTER_VERB, shape, getter, null);
    }

    /** One that has a key for itself. */
    Component<A, T> under(String ownKey) {
      return new Component<>(name, ownKey, shape, getter, usual);
    }

    /** One that has several keys, or an issue for a key. */
    Component<A, T> spread() {
      return new Component<>(name, SPREAD, shape, getter, usual);
    }

    /** One that need not be said, for it is usually this. */
    Component<A, T> usually(T value) {
      return new Component<>(name, key, shape, getter, value);
    }

    /** One that can be missing. */
    static <A extends Act, T> Component<A, Optional<T>> maybe(
        String name, Shape<T> shape, Function<A, Optional<T>> getter) {
      return new Component<>(name, AFTER_VERB, shape.optional(), getter, Optional.empty());
    }

    /** {@return what it is called, as the record's component is} */
    public String name() {
      return name;
    }

    /** {@return what it holds} */
    public Shape<T> shape() {
      return shape;
    }

    /** {@return whether it follows the verb in a file} */
    public boolean followsVerb() {
      return key.equals(AFTER_VERB);
    }

    /** {@return its key in a file, where it has one for itself} */
    public Optional<String> key() {
      return followsVerb() || key.equals(SPREAD) ? Optional.empty() : Optional.of(key);
    }

    /** {@return what it is when nothing is said of it, or empty where something must be} */
    public Optional<T> usual() {
      return Optional.ofNullable(usual);
    }

    /**
     * Returns what an act says.
     *
     * @param act an act of the kind that has this component
     * @return the value
     */
    public T get(A act) {
      return getter.apply(act);
    }

    boolean isUsual(A act) {
      return Objects.equals(usual, get(act));
    }

    @Override
    public String toString() {
      return name + ": " + shape;
    }
  }
}
