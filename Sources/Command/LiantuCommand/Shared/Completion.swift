import ArgumentParser
import ChainFiles
import ChainModel
import ChainQueries

/// What the shell offers for a word that is being typed; nothing where the data set cannot be read.
enum Completion {
  /// An expression with its last word completed by functions, kinds, named queries and names.
  static let expression = CompletionKind.custom { words, index, typed in
    offers(words, index, typed) { dataset, text in dataset.completions(of: text) }
  }

  /// The names of nodes; of all kinds where `kinds` gives `nil`.
  static func names(
    of kinds: @escaping @Sendable (Ontology) -> [NodeKind]? = { _ in nil }
  ) -> CompletionKind {
    .custom { words, index, typed in
      offers(words, index, typed) { dataset, text in
        dataset.nameCompletions(of: text, among: kinds(dataset.graph.ontology))
      }
    }
  }

  private static func offers(
    _ words: [String],
    _ index: Int,
    _ typed: String,
    _ complete: (Dataset, String) -> [String]
  ) -> [String] {
    var options = DatasetOptions()
    options.dataset = nil
    options.chains = nil
    options.basis = .all
    options.at = nil
    options.lang = nil
    for (word, next) in zip(words, words.dropFirst()) where word == "--dataset" {
      options.dataset = next
    }
    guard let folder = try? Session.locate(options),
      let dataset = Session.load(folder, nil).dataset
    else { return [] }
    // In zsh, the library loses sight of the cursor where a quote holds spaces.
    let whole = index == words.count - 1 ? words.last ?? typed : typed
    let isCut = CompletionShell.requesting == .zsh && whole.hasPrefix(typed)
    let word = ShellWord(isCut ? whole : typed, in: .requesting)
    return complete(dataset, word.text).map { word.written($0) }
  }
}
