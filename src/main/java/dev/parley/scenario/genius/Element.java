package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.errorprone.annotations.FormatMethod;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file, with its line. No document type is read, and no entity from outside.
 */
record Element(String name, int line, Map<String, String> attributes, List<Element> children) {
  private static final int LONGEST = 20_000_000;
  private static final int DEEPEST = 20;

  static Element parse(String xml) {
    if (xml.length() > LONGEST) {
      throw new GeniusException(
          "the file has %s characters, more than a domain or profile needs (%s)"
              .formatted(xml.length(), LONGEST));
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("entity (%s) lies outside the file".formatted(systemId));
        });
    try {
      String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        refuseDtd(reader);
      }
      Element root = read(reader, 1);
      while (reader.hasNext()) {
        reader.next();
      }
      return root;
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw new GeniusException("line %s: this is not well-formed XML".formatted(line), e);
    }
  }

  private static void refuseDtd(XMLStreamReader reader) {
    if (reader.getEventType() == XMLStreamConstants.DTD) {
      throw new GeniusException(
          "line %s: a document type (DOCTYPE) is not read, since it can reach outside the file: take it out"
              .formatted(reader.getLocation().getLineNumber()));
    }
  }

  private static Element read(XMLStreamReader reader, int depth) throws XMLStreamException {
    int line = reader.getLocation().getLineNumber();
    if (depth > DEEPEST) {
      throw new GeniusException(
          "line %s: elements stand in each other more than %s deep".formatted(line, DEEPEST));
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      Optional<String> unfit = unfit(value);
      if (unfit.isPresent()) {
        throw new GeniusException(
            "line %s: attribute (%s) holds %s, which would not come back as it is: write a space"
                .formatted(line, attribute, unfit.get()));
      }
      attributes.put(attribute, value);
    }
    Element element = new Element(reader.getLocalName(), line, attributes, new ArrayList<>());
    int event = reader.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        element.children.add(read(reader, depth + 1));
      }
      event = reader.next();
    }
    return element;
  }

  /** Returns a character that an attribute does not keep, such as a line break; empty if none. */
  static Optional<String> unfit(String value) {
    return value
        .chars()
        .filter(c -> c < ' ' || c == 0x7F || c == 0xFFFE || c == 0xFFFF)
        .mapToObj("character U+%04X"::formatted)
        .findFirst();
  }

  /** Returns what to throw when something is wrong with this element; it names the line. */
  @FormatMethod
  GeniusException problem(String message, Object... values) {
    return new GeniusException("line %s: ".formatted(line) + String.format(message, values));
  }

  List<Element> children(String name) {
    return children.stream().filter(c -> c.name.equals(name)).toList();
  }

  Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  String require(String attribute) {
    return attribute(attribute)
        .orElseThrow(() -> problem("element (%s) has no attribute (%s)", name, attribute));
  }

  /** Returns this element without the children that are not known, which are named. */
  Element known(ImmutableListMultimap<String, String> known, ImmutableList.Builder<String> left) {
    List<Element> kept = new ArrayList<>();
    for (Element child : children) {
      if (!known.containsKey(name) || known.containsEntry(name, child.name)) {
        kept.add(child.known(known, left));
      } else {
        left.add("line %s: (%s)".formatted(child.line, child.name));
      }
    }
    return new Element(name, line, attributes, kept);
  }

  /** Refuses every child that is none of those named. */
  void only(String... names) {
    for (Element child : children) {
      if (!List.of(names).contains(child.name)) {
        throw child.problem(
            "element (%s) in (%s) is none that a linear additive domain or profile has: %s. Take it out, or read the profile leniently",
            child.name, name, String.join(", ", names));
      }
    }
  }
}
