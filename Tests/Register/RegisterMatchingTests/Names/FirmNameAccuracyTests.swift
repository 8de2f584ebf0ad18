import Foundation
import RegisterMatching
import Testing

private let attachFolder = ProcessInfo.processInfo.environment["LIANTU_ATTACH"]

/// Short names of listed firms among the full names of all of them, read from the folder that the
/// environment variable `LIANTU_ATTACH` names; without it nothing is measured.
@Suite(.enabled(if: attachFolder != nil)) struct FirmNameAccuracyTests {
  private struct Firm: Decodable {
    let name: String
    let short: String
  }

  private struct Sample: Decodable {
    let firms: [Firm]
  }

  private func firms() throws -> [Firm] {
    let folder = try #require(attachFolder)
    let file = URL(fileURLWithPath: folder).appending(path: "sw3.json")
    return try JSONDecoder().decode(Sample.self, from: Data(contentsOf: file)).firms
  }

  @Test func `a short name is found among all firms, or told to be ambiguous`() throws {
    let firms = try firms()
    let names = FirmNames(firms.map { KnownFirm(name: $0.name) })
    var (right, wrong, ambiguous, listed) = (0, 0, 0, 0)
    for (number, firm) in firms.enumerated() {
      let answer = names.resolve(name: firm.short)
      #expect(!answer.isCertain)
      switch answer {
      case .proposed(let found, _):
        if found.index == number { right += 1 } else { wrong += 1 }
      case .ambiguous(let found, _, _):
        ambiguous += 1
        if found.contains(FirmNumber(number)) { listed += 1 }
      case .certain, .none: break
      }
    }
    let found = WilsonInterval(right: right, total: firms.count)
    let amiss = WilsonInterval(right: wrong, total: firms.count)
    print("short names: right \(found), wrong \(amiss), ambiguous \(ambiguous), listed \(listed)")
    #expect(found.share >= 0.90)
    #expect(amiss.share <= 0.005)
  }

  @Test func `where the true firm is absent another is seldom named`() throws {
    let firms = try firms()
    var named = 0
    for part in 0..<20 {
      let kept = firms.indices.filter { $0 % 20 != part }.map { KnownFirm(name: firms[$0].name) }
      let names = FirmNames(kept)
      for number in stride(from: part, to: firms.count, by: 20) {
        if case .proposed = names.resolve(name: firms[number].short) { named += 1 }
      }
    }
    let amiss = WilsonInterval(right: named, total: firms.count)
    print("short names of absent firms: another named \(amiss)")
    #expect(amiss.share <= 0.04)
  }
}
