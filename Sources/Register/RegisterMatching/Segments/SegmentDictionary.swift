import TextMatching

/// All words of all segments in one automaton, with the segments that each belongs to.
struct SegmentDictionary: Sendable {
  /// What a word is to a segment.
  struct Use: Sendable {
    enum Kind: Sendable {
      case word
      /// A word of the segment without its verb of production.
      case thingMade
      case exclude
    }

    let segment: Int32
    let kind: Kind

    var isWord: Bool {
      kind != .exclude
    }
  }

  let automaton: AhoCorasick
  /// Of each word as normalised, the first that was given for it.
  private let written: [String]
  private let useStarts: [Int32]
  private let uses: [Use]
  /// The words from this one on are of formulas.
  let firstFormula: Int
  let hasExcludes: Bool

  init(_ segments: [SegmentWords]) {
    var builder = SegmentDictionaryBuilder()
    for (position, segment) in segments.enumerated() {
      for word in [segment.name] + segment.aliases + segment.terms {
        builder.add(word, Use(segment: Int32(position), kind: .word))
      }
      for word in segment.excludes {
        builder.add(word, Use(segment: Int32(position), kind: .exclude))
      }
    }
    // After all words as given, so that a word is shown as one of them where it is one.
    for (position, segment) in segments.enumerated() {
      for word in [segment.name] + segment.aliases + segment.terms {
        builder.addThingMade(word, Use(segment: Int32(position), kind: .thingMade))
      }
    }
    firstFormula = builder.patterns.count
    automaton = AhoCorasick(builder.patterns + FormulaWords.usual.map { Array($0.utf8) })
    written = builder.written
    var starts: [Int32] = [0]
    var all: [Use] = []
    for list in builder.uses {
      all += list
      starts.append(Int32(all.count))
    }
    (useStarts, uses) = (starts, all)
    hasExcludes = all.contains { !$0.isWord }
  }

  func isFormula(_ word: AhoCorasick.Pattern) -> Bool {
    Int(word.offset) >= firstFormula
  }

  func uses(of word: AhoCorasick.Pattern) -> ArraySlice<Use> {
    uses[Int(useStarts[Int(word.offset)])..<Int(useStarts[Int(word.offset) + 1])]
  }

  func written(_ word: AhoCorasick.Pattern) -> String {
    written[Int(word.offset)]
  }
}

private struct SegmentDictionaryBuilder {
  private(set) var patterns: [[UInt8]] = []
  private(set) var written: [String] = []
  private(set) var uses: [[SegmentDictionary.Use]] = []
  private var numbers: [[UInt8]: Int] = [:]

  /// A word is normalised as a firm's text is; one with 、 in it stands for each of its items.
  mutating func add(_ word: String, _ use: SegmentDictionary.Use) {
    for pattern in NormalisedWord.items(of: word) { add(pattern, word, use) }
  }

  /// 塑料制品加工 is said of a firm as 塑料制品制造 too: where a word ends in a verb of production, the
  /// thing made stands for it as well.
  mutating func addThingMade(_ word: String, _ use: SegmentDictionary.Use) {
    for pattern in NormalisedWord.thingsMade(of: word) { add(pattern, word, use) }
  }

  private mutating func add(_ pattern: [UInt8], _ word: String, _ use: SegmentDictionary.Use) {
    // Digits and marks alone name nothing, and stand in every text.
    guard pattern.contains(where: { $0 >= 0x80 || (0x61...0x7A).contains($0) }) else { return }
    let number = numbers[pattern] ?? patterns.count
    if number == patterns.count {
      numbers[pattern] = number
      patterns.append(pattern)
      written.append(word)
      uses.append([])
    }
    let isKnown = uses[number].contains {
      $0.segment == use.segment && $0.isWord == use.isWord
    }
    if !isKnown { uses[number].append(use) }
  }
}
