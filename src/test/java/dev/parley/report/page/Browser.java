package dev.parley.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A headless Chromium with one page, spoken to in the DevTools protocol over the JDK's web socket:
 * what is asked of the network and what is logged is kept.
 */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long SECONDS = 60;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final ConcurrentHashMap<Integer, CompletableFuture<JsonNode>> answers =
      new ConcurrentHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private String session = "";

  private Browser(Process process, Path profile, String address) throws Exception {
    this.process = process;
    this.profile = profile;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Ear())
            .get(SECONDS, TimeUnit.SECONDS);
  }

  /** Returns where Chromium is, or empty when it is not installed. */
  static Optional<String> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .filter(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
        .findFirst();
  }

  static Browser start() throws Exception {
    Path profile = Files.createTempDirectory("parley-browser");
    Process process =
        new ProcessBuilder(
                installed().orElseThrow(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-extensions",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    List<String> lines = List.of();
    for (int i = 0; i < 10 * SECONDS && lines.size() < 2; i++) {
      Thread.sleep(100);
      lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
    }
    assertThat(lines).as("Chromium has said where it listens").hasSize(2);
    Browser browser =
        new Browser(process, profile, "ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    String target =
        browser
            .ask("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"))
            .get("targetId")
            .asString();
    browser.session =
        browser
            .ask(
                "Target.attachToTarget",
                JSON.createObjectNode().put("targetId", target).put("flatten", true))
            .get("sessionId")
            .asString();
    for (String domain : new String[] {"Page", "Runtime", "Network", "Log"}) {
      browser.ask(domain + ".enable", JSON.createObjectNode());
    }
    return browser;
  }

  /** Sets the width of the window, and whether the reader likes it dark. */
  void look(int width, int height, String scheme) throws Exception {
    ask(
        "Emulation.setDeviceMetricsOverride",
        JSON.createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    ObjectNode media = JSON.createObjectNode().put("media", "");
    media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
    ask("Emulation.setEmulatedMedia", media);
  }

  /** Opens a file, and returns after how many milliseconds it has loaded and drawn. */
  long open(Path file) throws Exception {
    requests.clear();
    logged.clear();
    loaded = new CompletableFuture<>();
    long start = System.nanoTime();
    ask("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
    loaded.get(SECONDS, TimeUnit.SECONDS);
    eval("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Returns what an expression, or the promise that it makes, comes to. */
  JsonNode eval(String expression) throws Exception {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    assertThat(answer.path("exceptionDetails").toString()).as(expression).isIn("", "null");
    return answer.path("result").path("value");
  }

  /** Presses and lets go of a key. */
  void press(String key) throws Exception {
    for (String type : new String[] {"keyDown", "keyUp"}) {
      ObjectNode event = JSON.createObjectNode().put("type", type).put("key", key).put("code", key);
      int code =
          switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "ArrowRight" -> 39;
            case "ArrowDown" -> 40;
            case "End" -> 35;
            default -> 0;
          };
      event.put("windowsVirtualKeyCode", code);
      if (key.equals("Enter")) {
        event.put("text", "\r");
      }
      ask("Input.dispatchKeyEvent", event);
    }
  }

  /** Takes a picture of the page from one height to another. */
  byte[] picture(int width, int from, int to) throws Exception {
    ObjectNode how =
        JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true);
    how.putObject("clip")
        .put("x", 0)
        .put("y", from)
        .put("width", width)
        .put("height", to - from)
        .put("scale", 1);
    return Base64.getDecoder().decode(ask("Page.captureScreenshot", how).get("data").asString());
  }

  /** Prints the page on A4, and returns how many sheets it takes. */
  int sheets() throws Exception {
    ObjectNode how =
        JSON.createObjectNode()
            .put("printBackground", true)
            .put("paperWidth", 8.27)
            .put("paperHeight", 11.69);
    byte[] pdf = Base64.getDecoder().decode(ask("Page.printToPDF", how).get("data").asString());
    String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
    return (int)
        java.util.regex.Pattern.compile("/Type\\s*/Page[^s]").matcher(text).results().count();
  }

  /** Returns the addresses that the page asked for, itself included. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Returns errors and warnings, those of the security policy among them. */
  List<String> logged() {
    return List.copyOf(logged);
  }

  private JsonNode ask(String method, ObjectNode parameters) throws Exception {
    int id = lastId.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
    JsonNode said = answer.get(SECONDS, TimeUnit.SECONDS);
    assertThat(said.has("error")).as("%s: %s", method, said).isFalse();
    return said.get("result");
  }

  private void hear(JsonNode said) {
    if (said.has("id")) {
      answers.remove(said.get("id").asInt()).complete(said);
      return;
    }
    JsonNode about = said.path("params");
    switch (said.path("method").asString()) {
      case "Network.requestWillBeSent" -> requests.add(about.at("/request/url").asString());
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Runtime.exceptionThrown" -> logged.add(about.toString());
      case "Runtime.consoleAPICalled" -> logged.add(about.path("args").toString());
      case "Log.entryAdded" -> logged.add(about.at("/entry/text").asString());
      default -> {}
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder heard = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      heard.append(text);
      if (last) {
        hear(JSON.readTree(heard.toString()));
        heard.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> kill()).join();
    try (Stream<Path> all = Files.walk(profile)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // Chromium's helpers may still be putting their things away; the folder is a temporary one.
    }
  }

  private Process kill() {
    return process.destroyForcibly();
  }
}
