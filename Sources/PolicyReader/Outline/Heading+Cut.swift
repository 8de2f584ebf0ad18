extension Heading {
  /// The longest name that is cut from a sentence.
  private static let longestCut = 16

  /// A short name from the first words of a sentence, without the time that it may begin with.
  static func cut(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var text = letters
    while true {
      text = text.drop { !$0.isHan && !$0.isLatin && !$0.isDigit && $0 != "“" && $0 != "《" }
      let end = text.firstIndex { ",。;:(\t".unicodeScalars.contains($0) } ?? text.endIndex
      let clause = text[..<end]
      let isTime = clause.count < 10 && clause.contains("年") && clause.contains { $0.isDigit }
      guard isTime, end < text.endIndex else {
        let phrase = clause.prefix { !"、\"“”".unicodeScalars.contains($0) }
        return short((phrase.count > 3 ? phrase : clause).prefix(longestCut))
      }
      text = text[(end + 1)...]
    }
  }
}
