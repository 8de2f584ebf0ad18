import Foundation
import Testing

/// Texts as they were, character by character. `LIANTU_RECORD=1` writes the files anew and fails, so that
/// a recording is looked at before it is believed.
enum Golden {
  private static let isRecording = ProcessInfo.processInfo.environment["LIANTU_RECORD"] == "1"

  static func expect(
    _ text: String,
    equals file: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = "\(Samples.folder)/Golden/\(file)"
    do {
      if isRecording {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("recorded \(file)", sourceLocation: sourceLocation)
      } else {
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        let difference = firstDifference(text, expected)
        #expect(difference == nil, "\(path)", sourceLocation: sourceLocation)
      }
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
  }

  /// The first line in which two texts differ, byte by byte.
  private static func firstDifference(_ text: String, _ expected: String) -> String? {
    let lines = [text, expected].map {
      $0.utf8.split(separator: 10, omittingEmptySubsequences: false)
    }
    for (number, (line, other)) in zip(lines[0], lines[1]).enumerated()
    where !line.elementsEqual(other) {
      return "line \(number + 1): \(String(decoding: line, as: UTF8.self))"
    }
    return lines[0].count == lines[1].count ? nil : "\(lines[0].count) lines, not \(lines[1].count)"
  }
}
