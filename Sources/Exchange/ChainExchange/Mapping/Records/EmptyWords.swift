import Bilingual
import Diagnostics

/// Texts that programs and people write where there is nothing: names of nothing, and values of none.
struct EmptyWords: Sendable {
  private static let exact: Set<String> = [
    "NA", "无", "无。", "暂无", "没有", "空", "-", "--", "---", "—", "——", "———", "－", "－－", "–", "―", "‐",
    "─", "──",
    "/", "\\", "／", "／／", "*", "?", "？",
  ]
  /// In small letters.
  private static let folded: Set<String> = [
    "null", "(null)", "<null>", "[null]", "nan", "<na>", "n/a", "#n/a", "#n/a n/a", "#null!",
    "none", "nil",
    "#ref!", "#value!", "#name?", "#div/0!", "#num!",
  ]

  /// Words that stand for themselves, as the mapping says.
  let kept: Set<String>

  /// Whether a text, without blanks at its ends, stands for nothing.
  func contains(_ text: String) -> Bool {
    guard text.utf8.count <= 9 else { return false }
    let isOne = Self.exact.contains(text) || Self.folded.contains(text.lowercased())
    return isOne && !kept.contains(text)
  }
}

/// The places at which texts for nothing were left out, each counted once however often it is read.
final class EmptyWordCounts {
  let words: EmptyWords
  private struct Key: Hashable {
    let place: BytePlace
    let word: String
  }
  private var places: Set<Key> = []
  private(set) var counts: [(word: String, count: Int)] = []
  private(set) var first: BytePlace?

  init(_ words: EmptyWords) { self.words = words }

  /// Counts a text that stands for nothing.
  func add(_ word: String, at place: BytePlace) {
    guard places.insert(Key(place: place, word: word)).inserted else { return }
    if first.map({ place.range.lowerBound < $0.range.lowerBound }) ?? true { first = place }
    if let position = counts.firstIndex(where: { $0.word == word }) {
      counts[position].count += 1
    } else {
      counts.append((word, 1))
    }
  }
}

extension Diagnostic {
  static func emptyWords(_ counts: [(word: String, count: Int)], at location: Location) -> Self {
    let total = counts.reduce(0) { $0 + $1.count }
    let list = counts.map { "\($0.word) \($0.count)" }
    let texts = total == 1 ? "1 text left out that says" : "\(total) texts left out that say"
    let word = counts.first?.word ?? "-"
    return Diagnostic(
      .warning,
      code: "words-for-nothing",
      message: BilingualText(
        zh: "\(total) 处写的是“没有”，当作空格，没有取：" + list.joined(separator: "，"),
        en: "\(texts) that there is nothing: " + list.joined(separator: ", ")
      ),
      help: BilingualText(
        zh: "若确是名称或值，在映射文件里写 keep_words: [\"\(word)\"]",
        en: "if one is a name or a value, write keep_words: [\"\(word)\"] in the mapping"
      ),
      at: location
    )
  }
}
