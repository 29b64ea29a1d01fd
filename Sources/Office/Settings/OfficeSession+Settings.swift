import Diagnostics

extension OfficeSession {
  /// What whoever is at the desk has set for himself.
  public internal(set) var settings: UserSettings {
    get { environment.settings }
    set {
      if newValue[UserSettings.language] != settings[UserSettings.language] {
        environment.language = newValue[UserSettings.language] ?? environment.usualLanguage
      }
      environment.settings = newValue
    }
  }

  /// The colours of answers on standard output.
  public var paint: Paint { Paint(isOn: environment.usesColor(settings[UserSettings.color] ?? .auto)) }

  /// Does something outside of the records as soon as what runs has been kept; nothing if it is taken back.
  func onceKept(_ act: @escaping () throws -> Void) throws {
    // What was begun at the prompt may last for hours.
    guard !store.hasBegun else { return try act() }
    let earlier = line.afterwards
    line.afterwards = {
      try earlier?()
      try act()
    }
  }
}
