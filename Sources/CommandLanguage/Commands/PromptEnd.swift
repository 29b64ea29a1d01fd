/// The words that leave the prompt when they stand alone on its line. They are no commands: a script ends by itself.
public enum PromptEnd {
  /// The words.
  public static let words: Set<String> = ["quit", "exit", "退出"]
}
