import Escapes
import TestSupport
import Testing

struct PercentEncodingTests {
  @Test func `an identity keeps unreserved characters and its colon`() {
    #expect(
      PercentEncoding.identity.encoded("segment:锂/1 %+~") == "segment:%E9%94%82%2F1%20%25%2B~"
    )
  }

  @Test func `an address keeps the escapes that it has, and no half ones`() {
    let location = PercentEncoding(keeping: "/", keepsEscapes: true)
    #expect(location.encoded("/%e9%4/%zz%") == "/%e9%254/%25zz%25")
    #expect(PercentEncoding(keeping: "/").encoded("%41") == "%2541")
  }

  @Test func `a plus is a space in a form alone`() {
    #expect(PercentEncoding.decoded("a+b%2B") == "a+b+")
    #expect(PercentEncoding.decoded("a+b%2B", plusIsSpace: true) == "a b+")
  }

  @Test(arguments: ["%", "%4", "%g0", "%0g", "%FF", "%E9%94", "a%C3"])
  func `half an escape and half a character are no text`(text: String) {
    #expect(PercentEncoding.decoded(text) == nil)
  }

  @Test func `any text comes back`() {
    for seed in Fuzzing.seeds(500) {
      var random = SplitMix64(seed: seed)
      let text = String(
        String.UnicodeScalarView(
          (0..<12).compactMap { _ in Unicode.Scalar(UInt32(random.number(below: 0x3000))) }
        )
      )
      let encoded = PercentEncoding.identity.encoded(text)
      #expect(PercentEncoding.decoded(encoded) == text && encoded.utf8.allSatisfy { $0 < 0x7F })
    }
  }
}
