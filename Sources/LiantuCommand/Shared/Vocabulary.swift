import Bilingual
import ChainModel
import SourceDiagnostics

/// Words of the ontology as a user types them: by name or by label, in either language.
struct Vocabulary {
  private let ontology: Ontology

  init(_ ontology: Ontology) { self.ontology = ontology }

  func role(_ word: String) throws(Failure) -> RelationKind {
    let roles = ontology.relations(of: .responsibility)
    let match = roles.first { role in
      [role.kind.name, role.label.zh, role.label.en, role.inverse.zh, role.inverse.en]
        .contains(word)
    }
    if let match { return match.kind }
    throw unknown(word, BilingualText(zh: "职责", en: "role"), roles.map(\.kind.name))
  }

  func kind(_ word: String) throws(Failure) -> NodeKind {
    let match = ontology.kinds.first { kind in
      [kind.kind.name, kind.label.zh, kind.label.en].contains(word)
    }
    if let match { return match.kind }
    throw unknown(word, BilingualText(zh: "类别", en: "kind"), ontology.kinds.map(\.kind.name))
  }

  private func unknown(_ word: String, _ meaning: BilingualText, _ words: [String]) -> Failure {
    let close = SpellingSuggestion.closest(to: word, among: words)
    let list = (close.isEmpty ? words : close).joined(separator: ", ")
    return Failure(
      .usage,
      BilingualText(
        zh: "没有“\(word)”这种\(meaning.zh)；\(close.isEmpty ? "可以是" : "是否要写")：\(list)",
        en: "no \(meaning.en) is called '\(word)'; "
          + (close.isEmpty ? "it can be: " : "did you mean: ") + list
      )
    )
  }
}
