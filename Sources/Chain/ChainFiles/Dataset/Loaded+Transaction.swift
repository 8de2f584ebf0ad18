import ChainModel
import Diagnostics
import FolderTransactions

/// What a transaction in the folder means for whoever reads it.
extension Loaded {
  /// That the folder cannot be read now: somebody writes there, or a write that was broken off cannot
  /// be settled.
  static func refused(_ fault: FolderFault, at path: String) -> Loaded {
    let place = Diagnostic.Location(path: path, range: nil)
    let diagnostic = Diagnostic(
      .error,
      code: fault.code,
      message: fault.message,
      help: fault.help,
      at: place
    )
    return Loaded(dataset: nil, diagnostics: [diagnostic]) { _ in place }
  }

  func adding(_ diagnostic: Diagnostic) -> Loaded {
    Loaded(
      dataset: dataset,
      diagnostics: [diagnostic] + diagnostics,
      sources: sources,
      companions: companions,
      aliases: aliasPlaces,
      places: { self.place(of: $0) }
    )
  }
}

extension Diagnostic {
  /// That a write was broken off, and what has become of it.
  static func recovered(_ recovery: FolderRecovery, at path: String) -> Diagnostic {
    Diagnostic(
      .warning,
      code: "write-recovered",
      message: recovery.message,
      at: Location(path: path, range: nil)
    )
  }
}
