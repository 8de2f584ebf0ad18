#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The form of a document's file.
public enum PolicyFormat: String, CaseIterable, Sendable {
  /// Plain text, UTF-8, UTF-16 or GB 18030.
  case txt
  /// A Word document of the Open XML form.
  case docx
  /// A web page.
  case html

  /// The form that the ending of a file's name tells; plain text where it tells nothing.
  public init(path: String) {
    let name = path.lowercased()
    self =
      name.hasSuffix(".docx")
      ? .docx : name.hasSuffix(".html") || name.hasSuffix(".htm") ? .html : .txt
  }
}

extension PolicyFormat {
  /// The text of a file's bytes, a line for each paragraph, and what is doubtful about it.
  func text(
    of bytes: [UInt8]
  ) throws(PolicyFault) -> (text: String, doubts: [ReviewEntry]) {
    func doubt(_ line: Int, _ reason: ReviewReason, about: String = "") -> ReviewEntry {
      ReviewEntry(line: line, place: "", about: about, reason: reason)
    }
    switch self {
    case .txt:
      let (text, isGuess) = try Encodings.decode(bytes)
      return (text, isGuess ? [doubt(1, .guessedEncoding)] : [])
    case .docx:
      let file = try WordFile(bytes)
      return (file.text, file.doubts.map { doubt($0.line, $0.reason) })
    case .html:
      let (text, isGuess) = try Encodings.decode(bytes)
      // A page says it itself as a rule, and is written otherwise hardly ever.
      let isDeclared = text.lowercased().contains("charset=")
      let page = WebText(text)
      return (
        page.text,
        (isGuess && !isDeclared ? [doubt(1, .guessedEncoding)] : [])
          + (page.dropped > 0
            ? [doubt(1, .pageFurniture, about: "\(page.dropped)")] : [])
      )
    }
  }
}
