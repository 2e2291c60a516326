package examples.cluster;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * What a run of a program came to.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what picocli and the program said of errors
 */
record Run(int status, String out, String err) {
  static Run of(Callable<Integer> program, List<String> args) {
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    StringWriter said = new StringWriter();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      CommandLine command = Programs.command(program);
      command.setErr(new PrintWriter(said, true));
      command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
      int status = command.execute(args.toArray(String[]::new));
      return new Run(status, printed.toString(StandardCharsets.UTF_8), said.toString());
    } finally {
      System.setOut(terminal);
    }
  }
}
