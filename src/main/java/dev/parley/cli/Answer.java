package dev.parley.cli;

/** A command: it reads what it is told to, and prints or writes what it is for. */
interface Answer {
  /** Returns the exit code: {@link Program#DONE}, or {@link Program#FAILED}. */
  int answer(Desk desk) throws Misused;
}
