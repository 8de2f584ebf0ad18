import ChainFiles
import ChainModel
import ChainQueries

extension QueryCommand {
  /// What the shell offers for an expression that is being typed: it with its last word completed by
  /// functions, kinds, named queries and names. Nothing where the data set cannot be read.
  @Sendable
  static func complete(_ words: [String], _ index: Int, _ typed: String) -> [String] {
    var options = DatasetOptions()
    options.dataset = nil
    options.basis = .all
    options.lang = nil
    for (word, next) in zip(words, words.dropFirst()) where word == "--dataset" {
      options.dataset = next
    }
    guard let folder = try? Session.locate(options),
      let dataset = Session.load(folder, nil).dataset
    else { return [] }
    return dataset.completions(of: typed)
  }
}
