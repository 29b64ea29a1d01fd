/// What is known of the line that runs, or the script: from the beginning of its transaction until that is kept or taken
/// back.
struct LineAtHand {
  /// Whether it keeps others from writing until it ends.
  var isWriting = false
  /// The saved office that is being loaded.
  var load: OfficeLoad?
  /// What is done once it has been kept, because no transaction may be open while it is done.
  var afterwards: (() throws -> Void)?
  /// What it says that is shown when it has ended.
  var held = HeldOutput()
  /// How many mistyped names of records are looked into yet: a script that tries thousands of unknown names is not to
  /// wait for thousands of suggestions.
  private var suggestionsLeft = 100

  /// Creates one that only reads.
  init() {}

  /// Whether another mistyped name may be looked into.
  mutating func takeSuggestion() -> Bool {
    suggestionsLeft -= 1
    return suggestionsLeft >= 0
  }
}
