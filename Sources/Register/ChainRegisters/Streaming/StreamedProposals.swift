package import Bilingual
package import ChainModel
package import GraphKernel
import JSON
import RegisterMatching
import RegisterReader

/// Answers a stream of firms, one a line of JSON in and one out, in order (NDJSON).
///
/// ```swift
/// var stream = StreamedProposals(for: dataset, language: .zh)
/// let replies = stream.take(piece, isEnd: false)
/// ```
///
/// A line that is no firm gets an error with its number, and the work goes on; a line of blanks gets nothing.
/// What ends within a piece is answered with that piece, so that whoever writes one line at a time reads one
/// answer at a time.
package struct StreamedProposals: Sendable {
  private let segments: RegisterSegments
  private let matcher: SegmentMatcher
  private let heads: [(id: String, name: String)]
  private let language: Language
  private var lines = StreamedLines()

  /// A line as it came.
  private enum Raw: Sendable {
    case text(Int, [UInt8])
    case fault(Int, StreamFault)
  }

  /// What came of a line.
  private enum Line: Sendable {
    case firm(StreamedFirm)
    case fault(Int, StreamFault)
    case blank

    init(_ raw: Raw) {
      switch raw {
      case .fault(let number, let fault): self = .fault(number, fault)
      case .text(let number, let bytes):
        do throws(StreamFault) {
          let firm = try bytes.withUnsafeBufferPointer { line throws(StreamFault) in
            try StreamedFirm.read(line)
          }
          self = firm.map { .firm($0) } ?? .blank
        } catch {
          self = .fault(number, error)
        }
      }
    }
  }

  /// - Parameters:
  ///   - scope: a cluster or a segment to stay within; `nil` for all.
  ///   - language: of the messages.
  package init(for dataset: Dataset, within scope: NodeIndex? = nil, language: Language) {
    segments = RegisterSegments(of: dataset, within: scope)
    matcher = SegmentMatcher(segments.words)
    heads = segments.nodes.map { (dataset.graph.id(of: $0), dataset.graph.name(of: $0)) }
    self.language = language
  }

  /// How many lines have been read.
  package var lineCount: Int { lines.number }

  /// The replies to the lines that end in `piece`.
  ///
  /// - Parameter isEnd: whether the stream ends here; what is left is a line too.
  /// - Complexity: O(*n*) over the bytes, on as many cores as there are where there is much to do.
  package mutating func take(_ piece: UnsafeBufferPointer<UInt8>, isEnd: Bool) -> [UInt8] {
    var found: [Raw] = []
    lines.take(piece, isEnd: isEnd) { number, line, fault in
      if let fault { return found.append(.fault(number, fault)) }
      if let line { found.append(.text(number, Array(line))) }
    }
    return replies(to: found)
  }

  private func replies(to lines: [Raw]) -> [UInt8] {
    let replies = matcher.map(lines, among: segments.isAsked) {
      Line($0)
    } firm: { line in
      if case .firm(let firm) = line { FirmText(of: firm) } else { nil }
    } _: { line, proposals in
      reply(to: line, proposals)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(replies.reduce(0) { $0 + $1.count })
    for reply in replies { bytes += reply }
    return bytes
  }

  private func reply(to line: Line, _ proposals: [SegmentProposal]) -> [UInt8] {
    var json = JSONWriter()
    switch line {
    case .firm(let firm): write(firm, proposals, &json)
    case .fault(let number, let fault): write(fault, number, &json)
    case .blank: return []
    }
    var bytes: [UInt8] = []
    json.drain(into: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private func write(
    _ firm: StreamedFirm,
    _ proposals: [SegmentProposal],
    _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", firm.id)
      json.key("proposals")
      json.array { json in
        for proposal in proposals { write(proposal, &json) }
      }
    }
  }

  private func write(_ proposal: SegmentProposal, _ json: inout JSONWriter) {
    json.object { json in
      json.member("segment", heads[proposal.segment].id)
      json.member("name", heads[proposal.segment].name)
      json.key("tier")
      json.value(proposal.tier.rawValue)
      json.member("band", proposal.band.rawValue)
      json.key("score")
      json.value((proposal.score * 10_000).rounded() / 10_000)
      json.key("words")
      json.array { json in
        for word in proposal.words { json.value(word) }
      }
      json.member("field", proposal.field.rawValue)
    }
  }

  private func write(_ fault: StreamFault, _ number: Int, _ json: inout JSONWriter) {
    json.object { json in
      json.key("line")
      json.value(number)
      json.key("error")
      json.object { json in
        json.member("code", fault.code)
        json.member("message", fault.message[language])
      }
    }
  }
}

extension FirmText {
  /// A firm of a stream as a matcher sees it.
  fileprivate init(of firm: StreamedFirm) {
    self.init(
      name: firm.name,
      products: firm.products.map { FirmText.Product(name: $0.name, share: $0.share) },
      scope: firm.scope,
      industryCode: firm.industryCode
    )
  }
}
