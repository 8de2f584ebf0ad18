import Testing

@testable import ChainRegisters

/// A product and its share as one text.
struct WrittenProductTests {
  @Test func `a share is read and written back`() {
    for (text, name, share) in [
      ("烧碱（31%）", "烧碱", 0.31), ("液氯（0.5%）", "液氯", 0.005), ("盐酸（-3.25%）", "盐酸", -0.0325),
    ] {
      let product = WrittenProduct(text)
      #expect(product.name == name && product.share == share)
      #expect(product.text == text)
    }
  }

  @Test func `brackets without a share are part of the name`() {
    for text in ["烧碱（片状）", "烧碱", "烧碱（约三成%）", "（31%", "烧碱（nan%）"] {
      let product = WrittenProduct(text)
      #expect(product.name == text && product.share == nil)
      #expect(product.text == text)
    }
  }
}
