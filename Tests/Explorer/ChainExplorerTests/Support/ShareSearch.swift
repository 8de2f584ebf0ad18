import Foundation

/// Looks for texts and answers that tell how much of a chain is here as one share. Nobody knows it:
/// what has not been looked at may be here or not, so it is told as a range.
struct ShareSearch {
  /// A measure that the data themselves give in per cent, such as a rate of growth, and its value.
  struct Given: Hashable {
    let names: [String]
    let value: String
  }

  let given: [Given]

  /// Members of answers that would be a share if they were a number.
  private static let shares: Set<String> = [
    "percent", "percentage", "completeness", "coverage", "covered", "share", "ratio",
  ]
  private static let subjects = [
    "完整度", "完整率", "覆盖", "completeness", "complete", "covered", "coverage",
  ]
  private static var range: Regex<Substring> { /\d+ ?%–\d+ ?%/ }
  private static var fractions: Regex<Substring> { /\d+\/\d+–\d+\/\d+/ }

  /// How often ranges of per cent stand in a text.
  func ranges(in text: String) -> Int {
    text.contains("%") ? text.matches(of: Self.range).count : 0
  }

  /// What is wrong with a text that people read.
  func faults(in text: String) -> [String] {
    let lower = text.lowercased()
    let isShare = ["%", "％", "百分", "cent"].contains { lower.contains($0) }
    let isSubject = Self.subjects.contains { lower.contains($0) }
    guard isShare || isSubject else { return [] }
    var rest = text.replacing(Self.range, with: "").replacing(Self.fractions, with: "")
    for given in given
    where text == given.value || given.names.contains(where: { text.contains($0) }) {
      rest = rest.replacing(given.value, with: "")
    }
    let isFault =
      rest.contains(/\d ?[%％]/) || rest.contains(/百分之/) || rest.contains(/\d per ?cent/)
      || isSubject && rest.contains(/\d+\/\d+/)
    return isFault ? [text] : []
  }

  /// What is wrong in an answer of the API, or in a picture, read as JSON.
  func faults(inJSON value: Any, under name: String = "") -> [String] {
    switch value {
    case let text as String: faults(in: text)
    case let values as [Any]: values.flatMap { faults(inJSON: $0, under: name) }
    case let members as [String: Any]:
      members.flatMap { faults(inJSON: $0.value, under: $0.key) }
    case is NSNumber where Self.shares.contains(name): ["\(name): \(value)"]
    default: []
    }
  }

  /// The texts of a page, each once: what stands between its tags, and the names of its parts.
  static func texts(ofHTML html: String) -> Set<String> {
    var texts: Set<String> = []
    for part in html.components(separatedBy: "<") {
      // What scripts hold are the tables again, as files.
      if part.hasPrefix("script") || part.hasPrefix("style") { continue }
      let end = part.firstIndex(of: ">") ?? part.endIndex
      texts.insert(String(part[end...].dropFirst()))
      for label in part[..<end].components(separatedBy: "aria-label=\"").dropFirst() {
        texts.insert(String(label.prefix { $0 != "\"" }))
      }
    }
    return texts
  }
}
