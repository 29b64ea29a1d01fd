import Office

/// An office and what runs lines on it.
struct Desk {
  let session: OfficeSession
  let runner: Runner
  /// What is for practice only, as long as anybody sits there; nothing at the real desk.
  let sandbox: Sandbox?

  /// The real desk.
  init(_ session: OfficeSession, _ runner: Runner) {
    self.session = session
    self.runner = runner
    sandbox = nil
  }

  /// A desk for practice, where the prompt asks and colours as it does at another.
  init(_ sandbox: Sandbox, like desk: Desk) {
    session = sandbox.session
    runner = Runner(session: session, renderer: desk.runner.renderer)
    runner.interpreter.keepResults()
    self.sandbox = sandbox
    session.transactions.isAllowed = true
    (session.ask, session.memory) = (desk.session.ask, desk.session.memory)
    session.page = desk.session.page.map { page in
      { [unowned sandbox] hold, body in
        if sandbox.isQuiet { try body { _ in } } else { try page(hold, body) }
      }
    }
    session.requests.accept = desk.session.requests.accept
  }
}
