import RegisterMatching
import TestSupport
import Testing

@Suite struct SegmentMatcherTests {
  private func best(_ firm: FirmText, _ segments: SegmentWords...) -> SegmentProposal? {
    SegmentMatcher(segments).proposals(for: firm).first
  }

  private func selling(_ products: (String, Double?)...) -> FirmText {
    FirmText(name: "某公司", products: products.map { .init(name: $0.0, share: $0.1) })
  }

  private let chlorine = SegmentWords(name: "氯碱", terms: ["烧碱"])

  @Test func `a product that equals a term is possible`() throws {
    let proposal = try #require(best(selling(("烧碱系列产品", 0.31)), chlorine))
    #expect(proposal.tier == .equals)
    #expect(proposal.band == .possible)
    #expect(proposal.words == ["烧碱系列产品"])
    #expect(proposal.term == "烧碱")
    #expect(proposal.field == .products)
  }

  @Test func `a product of the kind that a term names needs a fair share to be possible`() {
    #expect(best(selling(("烧碱", 0.001)), chlorine)?.band == .possible)
    #expect(best(selling(("烧碱", nil)), chlorine)?.band == .possible)
    #expect(best(selling(("液体烧碱", 0.2)), chlorine)?.band == .possible)
    #expect(best(selling(("液体烧碱", 0.1)), chlorine)?.band == .review)
    #expect(best(selling(("液体烧碱", nil)), chlorine)?.band == .review)
  }

  @Test func `a term before another head is weak`() {
    let nuclear = SegmentWords(name: "核能发电", aliases: ["核电站"])
    let proposal = best(selling(("核电站专用设备制造", 0.9)), nuclear)
    #expect(proposal?.tier == .inside)
    #expect(proposal?.band == .review)
  }

  @Test func `the longest word wins and names what it beat`() {
    let proposals = SegmentMatcher([
      SegmentWords(name: "电池"), SegmentWords(name: "锂电池"), SegmentWords(name: "锂"),
    ]).proposals(for: selling(("锂电池", 0.5)))
    #expect(proposals.first?.segment == 1)
    #expect(proposals.first?.beaten == [0, 2])
    #expect(proposals.dropFirst().allSatisfy { $0.tier == .similar })
  }

  @Test func `a term of two segments proposes both, and the second is told as beaten`() {
    let proposals = SegmentMatcher([
      SegmentWords(name: "燃料", terms: ["石油制品"]), SegmentWords(name: "石油", terms: ["石油制品"]),
    ]).proposals(for: selling(("石油制品", 0.5)))
    #expect(proposals.map(\.segment) == [1, 0])
    #expect(proposals.map(\.tier) == [.equals, .equals])
    #expect(proposals.map(\.beaten) == [[0], []])
  }

  @Test func `trade alone is weak unless the word says so itself`() {
    let firm = FirmText(name: "某公司", scope: "化肥销售")
    let made = best(FirmText(name: "某公司", scope: "化肥制造"), SegmentWords(name: "化肥"))
    let sold = best(firm, SegmentWords(name: "化肥"))
    #expect(made?.band == .possible)
    #expect(sold?.band == .review)
    #expect((sold?.score ?? 0) < (made?.score ?? 0))
    let service = SegmentMatcher([
      SegmentWords(name: "农资", terms: ["化肥销售"]), SegmentWords(name: "化肥"),
    ]).proposals(for: firm)
    #expect(service.first?.segment == 0)
    #expect(service.first?.tier == .equals)
  }

  @Test func `a scope hands its verb on and a formula says nothing`() {
    let firm = FirmText(
      name: "某公司",
      scope: "一般项目：烧碱、液氯制造；不得从事水泵制造；（依法须经批准的项目，经批准后方可开展）"
    )
    let proposals = SegmentMatcher([chlorine, SegmentWords(name: "水泵")]).proposals(for: firm)
    #expect(proposals.map(\.segment) == [0])
    #expect(proposals.map(\.band) == [.possible])
    #expect(proposals.map(\.field) == [.scope])
    #expect(proposals.map(\.words) == [["烧碱"]])
  }

  @Test func `excludes rule out what they contain and weigh down their phrase`() {
    let pumps = SegmentWords(name: "泵", excludes: ["泵车", "玩具"])
    let plain = SegmentWords(name: "泵")
    #expect(best(selling(("混凝土泵车", 0.5)), pumps)?.tier != .inside)
    #expect(best(selling(("混凝土泵车", 0.5)), plain)?.tier == .inside)
    let toy = best(selling(("玩具水泵", 0.5)), pumps)
    #expect(toy?.band == .review)
    #expect((toy?.score ?? 1) < (best(selling(("玩具水泵", 0.5)), plain)?.score ?? 0))
  }

  @Test func `an industry class speaks alone where no word does`() {
    let segment = SegmentWords(name: "烧碱", industryCodes: ["C26", "261", "x", "C"])
    let firm = FirmText(name: "某公司", industryCode: "C2612")
    let proposal = best(firm, segment)
    #expect(proposal?.tier == .code)
    #expect(proposal?.term == "261")
    #expect(proposal?.words == ["C2612"])
    #expect(proposal?.field == .industryCode)
    #expect(best(FirmText(name: "某公司", industryCode: "2712"), segment) == nil)
  }

  @Test func `a firm's name is weak evidence`() {
    let proposal = best(FirmText(name: "北方烧碱有限公司"), chlorine)
    #expect(proposal?.tier == .name)
    #expect(proposal?.band == .review)
    #expect(proposal?.field == .name)
  }

  @Test func `verbs of production are one as good as the other`() {
    let plastics = SegmentWords(name: "塑料制品加工")
    let firm = FirmText(name: "某公司", scope: "塑料制品制造；塑料制品销售")
    #expect(best(firm, plastics)?.tier == .equals)
    #expect(best(firm, plastics)?.band == .possible)
    #expect(best(selling(("塑料制品", 0.9)), plastics)?.band == .review)
  }

  @Test func `likeness to confirmed firms fills the list`() {
    let confirmed = SegmentWords(name: "线缆", confirmed: [selling(("光缆接头盒", 0.8))])
    let proposal = best(selling(("光缆接续盒", 0.7)), chlorine, confirmed)
    #expect(proposal?.segment == 1)
    #expect(proposal?.tier == .similar)
    #expect(proposal?.band == .review)
    #expect(proposal?.field == .confirmed)
    #expect(proposal?.words == ["光缆接续盒"])
    #expect(proposal?.term == "线缆")
  }

  @Test func `nothing in common gives nothing`() {
    #expect(best(selling(("大豆", 1)), chlorine) == nil)
    #expect(SegmentMatcher([]).proposals(for: selling(("烧碱", 1))).isEmpty)
    #expect(SegmentMatcher([chlorine]).proposals(for: selling(("烧碱", 1)), limit: 0).isEmpty)
  }

  @Test func `words are shown as written`() {
    let segment = SegmentWords(name: "涤纶切片", terms: ["PET切片"])
    let proposal = best(selling((" 半消光 ＰＥＴ切片（纤维级） ", 0.5)), segment)
    #expect(proposal?.words == ["半消光 ＰＥＴ切片（纤维级）"])
    #expect(proposal?.term == "PET切片")
  }

  @Test func `a text made to be costly is answered all the same`() {
    let matcher = SegmentMatcher([chlorine, SegmentWords(name: "泵", excludes: ["碱", "烧"])])
    for piece in ["烧碱泵", "烧碱、泵（", "）（", "销售的", "、", "烧碱；"] {
      let firm = FirmText(name: "某公司", scope: String(repeating: piece, count: 600))
      #expect(matcher.proposals(for: firm).count <= 2, "\(piece)")
    }
  }

  @Test func `a used workspace changes no proposal, and scores descend`() {
    let words = ["烧碱", "液氯", "水泵", "阀门", "锂电池", "电池", "制造", "销售", "（", "）", "、", "；", "设备"]
    for seed in UInt64(1)...400 {
      var generator = SplitMix64(seed: seed)
      func text(_ count: Int) -> String {
        (0..<generator.number(below: count)).map { _ in words[generator.number(below: words.count)]
        }
        .joined()
      }
      let matcher = SegmentMatcher(
        (0..<generator.number(below: 8)).map { _ in
          SegmentWords(name: text(4), terms: [text(3), text(3)], excludes: [text(3)])
        }
      )
      var workspace = MatchingWorkspace()
      for _ in 0..<4 {
        let firm = FirmText(
          name: text(4),
          products: [.init(name: text(5), share: 0.3)],
          scope: text(30)
        )
        let proposals = matcher.proposals(for: firm, reusing: &workspace)
        #expect(proposals == matcher.proposals(for: firm), "seed \(seed)")
        #expect(proposals.count <= 5, "seed \(seed)")
        #expect(proposals.allSatisfy { $0.score > 0 && $0.score <= 1 }, "seed \(seed)")
        #expect(
          zip(proposals, proposals.dropFirst()).allSatisfy { $0.score >= $1.score },
          "seed \(seed)"
        )
        #expect(proposals.allSatisfy { $0.band != .certain }, "seed \(seed)")
      }
    }
  }
}
