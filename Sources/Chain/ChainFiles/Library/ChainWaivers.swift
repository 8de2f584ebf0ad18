import Bilingual
import ChainModel
package import Diagnostics

/// What is waived of what the check of reference chains finds: `waivers.yaml` beside the chains, each with a
/// reason.
package struct ChainWaivers: Sendable {
  /// One finding that is looked at and left.
  package struct Waiver: Sendable, Hashable {
    /// The rule, as the check calls it.
    package let rule: String
    /// The segment, or the source of the flow, by name.
    package let from: String
    /// The target of the flow; `nil` for a segment alone.
    package let to: String?
    /// Why.
    package let reason: String
    /// Where it stands.
    package let place: Diagnostic.Location
  }

  /// In the order of the file.
  package let waivers: [Waiver]
  /// What is wrong with the file.
  package let diagnostics: [Diagnostic]
  /// Its text, for carets; `nil` without a file.
  package let source: SourceText?

  /// Reads the waivers of the library in `folder`; none where there is no such file.
  package init(library folder: String) {
    let path = folder + "/" + ChainLibrary.waivers
    guard let file = ChainLibrary(folders: [folder]).file(path) else {
      (waivers, diagnostics, source) = ([], [], nil)
      return
    }
    var log = FaultLog(path: path)
    waivers = file.root.map { Self.read($0, &log) } ?? []
    diagnostics = file.diagnostics + log.diagnostics
    source = file.source
  }

  private static func read(_ root: EntryNode, _ log: inout FaultLog) -> [Waiver] {
    guard let top = FieldReader(root, log: &log) else { return [] }
    let meaning = BilingualText(zh: "豁免", en: "a waiver")
    top.allow(["waivers"], of: meaning, log: &log)
    return (top["waivers"]?.items ?? []).compactMap { item in
      guard let fields = FieldReader(item, log: &log) else { return nil }
      fields.allow(["chain", "rule", "from", "to", "because"], of: meaning, log: &log)
      let rule = fields.requiredText("rule", log: &log)
      let from = fields.requiredText("from", log: &log)
      let reason = fields.requiredText("because", log: &log)
      let to = fields["to"].flatMap { FieldReader.text($0, log: &log) }
      guard let rule, let from, let reason else { return nil }
      return Waiver(rule: rule, from: from, to: to, reason: reason, place: log.location(of: item))
    }
  }
}
