import Diagnostics
import TestSupport
import Testing

@Suite struct CanonicalFormTests {
  private static var scalars: some Sequence<Unicode.Scalar> {
    (0..<UInt32(0x110000)).lazy.compactMap { Unicode.Scalar($0) }
  }

  private func isOwn(_ text: String) -> Bool {
    CanonicalForm.of(text).utf8.elementsEqual(text.utf8)
  }

  @Test func `each scalar equals its form, which is its own form`() {
    for scalar in Self.scalars {
      let text = String(Character(scalar))
      let form = CanonicalForm.of(text)
      guard !form.utf8.elementsEqual(text.utf8) else { continue }
      #expect(form == text && isOwn(form), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `a text that its bytes call plain is its own form, and its own key but for letters`() {
    for scalar in Self.scalars {
      let text = String(Character(scalar))
      let isPlain = Array(text.utf8).withUnsafeBufferPointer { CanonicalForm.isPlain($0) }
      let isKey = Array(text.utf8).withUnsafeBufferPointer { NameKey.isPlain($0) }
      guard isPlain || isKey else { continue }
      #expect(isOwn(text))
      if isKey { #expect(NameKey(text).text.utf8.elementsEqual(text.utf8)) }
    }
  }

  @Test func `two scalars have one form exactly when strings of them are equal`() {
    // A set of strings holds one of those that are equal.
    var forms: [String: [UInt8]] = [:]
    for scalar in Self.scalars {
      let text = String(Character(scalar))
      let form = Array(CanonicalForm.of(text).utf8)
      if let other = forms.updateValue(form, forKey: text) {
        #expect(other == form, "U+\(String(scalar.value, radix: 16))")
      }
    }
    #expect(Set(forms.values).count == forms.count)
  }

  @Test func `texts have one form and one key exactly when they are equal`() {
    let letters: [Unicode.Scalar] = [
      "e", "\u{301}", "\u{323}", "\u{E9}", "\u{1EB9}", "\u{AC00}", "\u{1100}", "\u{1161}",
      "\u{11A8}",
      "\u{AC01}", "\u{6A02}", "\u{F914}", "\u{F95C}", "\u{304B}", "\u{3099}", "\u{304C}",
      "\u{212B}",
      "\u{C5}", "\u{30A}", "\u{344}", "\u{308}", "\u{5D0}", "\u{5B7}", "\u{FB2E}",
    ]
    var random = SplitMix64(seed: 15)
    func text() -> String {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        view.append(letters[Int.random(in: 0..<letters.count, using: &random)])
      }
      return String(view)
    }
    var equal = 0
    for _ in 0..<100_000 {
      let (a, b) = (text(), text())
      let haveOneForm = CanonicalForm.of(a).utf8.elementsEqual(CanonicalForm.of(b).utf8)
      #expect(
        haveOneForm == (a == b),
        "\(a.unicodeScalars.map(\.value)), \(b.unicodeScalars.map(\.value))"
      )
      if a == b {
        #expect(NameKey(a) == NameKey(b))
        if !a.utf8.elementsEqual(b.utf8) { equal += 1 }
      }
    }
    #expect(equal > 50)
  }
}
