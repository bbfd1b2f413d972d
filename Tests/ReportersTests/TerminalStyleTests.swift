import Reporters
import Testing

@Test(
  "colour is decided by the flag, then NO_COLOR, then the forcing variables, then the terminal",
  arguments: [
    (TerminalStyle.ColorFlag.auto, [:], true, true),
    (.auto, [:], false, false),
    (.auto, ["TERM": "dumb"], true, false),
    (.auto, ["TERM": "xterm-256color"], true, true),
    (.auto, ["NO_COLOR": "1"], true, false),
    (.auto, ["NO_COLOR": ""], true, true),
    (.auto, ["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false),
    (.auto, ["FORCE_COLOR": "1"], false, true),
    (.auto, ["FORCE_COLOR": "0"], false, false),
    (.auto, ["FORCE_COLOR": "0"], true, true),
    (.auto, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], false, true),
    (.auto, ["CLICOLOR_FORCE": ""], false, false),
    (.auto, ["CLICOLOR_FORCE": "0", "FORCE_COLOR": "true"], false, true),
    (.always, ["NO_COLOR": "1", "TERM": "dumb"], false, true),
    (.never, ["FORCE_COLOR": "1"], true, false),
  ] as [(TerminalStyle.ColorFlag, [String: String], Bool, Bool)])
func colourDecision(flag: TerminalStyle.ColorFlag, environment: [String: String], isTerminal: Bool, expected: Bool) {
  #expect(TerminalStyle.wantsColor(flag: flag, environment: environment, isTerminal: isTerminal) == expected)
}
