import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import Foundation
import Testing

/// What is printed of the tiny data set, letter by letter. `LIANTU_RECORD=1` writes the files anew
/// and fails, so that a recording is looked at before it is believed.
struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let answer: @Sendable (ChainGraph) throws -> Answer
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "gaps") { graph in
      let cluster = try #require(graph.node(id: "cluster:纸业集群"))
      return .gaps(graph.chain(of: cluster).gaps(), scope: cluster, in: graph, isExplaining: true)
    },
    Case(name: "owners") { graph in
      let item = try #require(graph.node(id: "project:年产3万吨特种纸项目"))
      return .owners(of: item, in: graph, isExplaining: true)
    },
    Case(name: "duties") { graph in
      let party = try #require(graph.node(id: "department:甲县政府"))
      let duties = graph.duties(of: party, isInheriting: true)
      return .duties(duties, of: party, in: graph, isExplaining: true)
    },
    Case(name: "upstream") { graph in
      let segment = try #require(graph.node(id: "segment:造纸"))
      let reach = graph.upstream(of: segment)
      return .reach(reach, from: segment, command: "upstream", in: graph, isExplaining: true)
    },
    Case(name: "alignment") { .alignment(in: $0) },
    Case(name: "show") { graph in
      .show(try #require(graph.node(id: "enterprise:晨光纸业")), in: graph)
    },
  ]

  private static let isRecording = ProcessInfo.processInfo.environment["LIANTU_RECORD"] == "1"

  @Test(arguments: cases, Language.allCases)
  func `an answer is printed as it was in every format of text`(
    _ golden: Case,
    _ language: Language
  )
    throws
  {
    let answer = try golden.answer(try Samples.tiny().graph)
    for format in AnswerFormat.allCases where format.isText {
      // One page shows how pages are written.
      if format == .html, golden.name != "show" { continue }
      let text = answer.text(in: format, language: language)
      let path = "\(Samples.folder)/Golden/\(golden.name).\(language.rawValue).\(format.rawValue)"
      if Self.isRecording {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("recorded \(golden.name).\(language.rawValue).\(format.rawValue)")
      } else {
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        #expect(firstDifference(text, expected) == nil, "\(path)")
      }
    }
  }

  /// The first line in which two texts differ, byte by byte.
  private func firstDifference(_ text: String, _ expected: String) -> String? {
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
