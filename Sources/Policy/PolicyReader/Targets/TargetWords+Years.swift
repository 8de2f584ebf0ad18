extension TargetWords {
  /// The words without 到2025年末, 比2022年 and what else tells time.
  static func withoutYears(_ words: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    var kept: Characters = []
    var position = words.startIndex
    while position < words.endIndex {
      if words[position].isDigit, position + 4 < words.endIndex,
        words[position..<(position + 4)].allSatisfy(\.isDigit), words[position + 4] == "年"
      {
        if let last = kept.last, "到至比较以".unicodeScalars.contains(last) { kept.removeLast() }
        position += 5
        while position < words.endIndex, "底末前,为".unicodeScalars.contains(words[position]) {
          position += 1
        }
        continue
      }
      kept.append(words[position])
      position += 1
    }
    return kept[...].trimmed
  }
}
