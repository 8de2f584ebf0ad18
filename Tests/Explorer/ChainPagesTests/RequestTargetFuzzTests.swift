import ChainPages
import TestSupport
import Testing

/// Addresses that nearly are one: a target that reads the same once more, or a fault.
@Suite struct RequestTargetFuzzTests {
  private static let mutator = Mutator(tokens: [
    "/", "?", "&", "=", "%", "%2F", "%00", "%25", "%e9%94", "+", "#", "..", "//", "\u{0}", "锂",
    "token=", ";", "\\",
  ])

  @Test func `a target, or a fault`() {
    let sound = "/api/v1/show/%E7%94%B2%2F%E4%B9%99?lang=zh&token=x&q=%E9%94%82+a#b"
    for seed in Fuzzing.seeds(2_000) {
      var random = SplitMix64(seed: seed)
      let bytes = Self.mutator.changed(Array(sound.utf8), &random)
      let text = String(decoding: bytes, as: UTF8.self)
      guard let target = try? RequestTarget(text) else { continue }
      #expect((try? RequestTarget(target.text)) == target, "seed \(seed): \(text)")
      let rest = try? RequestTarget(target.without("token"))
      #expect(rest?.value("token") == nil && rest?.path == target.path, "seed \(seed): \(text)")
    }
  }
}
