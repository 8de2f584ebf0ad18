/// A word of a segment, made comparable with the phrases of firms.
enum NormalisedWord {
  /// The items of `word` in the form that ``PhraseReader`` gives to a firm's text, verbs and
  /// fillers kept: they belong to the word.
  static func items(of word: String) -> [[UInt8]] {
    var reader = PhraseReader()
    reader.read(word, source: .name)
    return reader.phrases.map { Array(reader.text[$0.range]) }
  }

  /// The items of `word` that end in a verb of production, without it; none of one character.
  static func thingsMade(of word: String) -> [[UInt8]] {
    var reader = PhraseReader()
    reader.read(word, source: .name)
    return reader.phrases.compactMap { phrase in
      let endsInVerb = phrase.core.upperBound < phrase.range.upperBound
      guard endsInVerb, phrase.deeds.contains(.production), phrase.core.count > 4 else {
        return nil
      }
      return Array(reader.text[phrase.core])
    }
  }
}
