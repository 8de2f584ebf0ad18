import Bilingual
import ChainModel
import ChainPages
import ChainQueries
import ChainViews
import Testing

@Suite("Addresses of pages")
struct AddressTests {
  static let hrefs = [
    "/", "/lists", "/?lang=en", "/view/panorama?of=cluster:%E6%B3%B3%E8%A3%85",
    "/view/panorama.svg?of=a&lang=zh", "/view/gaps.xlsx?basis=document",
    "/view/paths?of=a&of=b&limit=3", "/view/duties?of=x&role=lead&inherited=",
    "/node/segment:%E9%94%82%2F%25%3F%23", "/home/department:%E5%B1%80?basis=document",
    "/home/leader:a.b.xlsx?lang=en", "/panel/a%20b?basis=document",
    "/search?q=%2B%26%3D", "/suggest?q=yz",
    "/view/gaps?kind=project&kind=segment&stage=upstream&verdict=single&verdict=missing&node=a",
    "/view/gaps?state=unknown&state=wanted",
  ]

  @Test(arguments: hrefs)
  func `an address is printed as it was read`(_ href: String) throws {
    #expect(try PageAddress(href: href).href == href)
  }

  @Test func `what a form leaves empty is passed over, and a plus is a space`() throws {
    let address = try PageAddress(href: "/search?q=a+b%2Bc&node=&stage=&kind=")
    #expect(address.place == .search("a b+c"))
    #expect(address.node == nil)
    #expect(address.filter.isEmpty)
  }

  @Test(
    arguments: [
      ("", 404), ("x", 404), ("/nowhere", 404), ("/view", 404), ("/view/", 404), ("/node/", 404),
      ("/home", 404),
      ("/home/", 404), ("/home/a/b", 404),
      ("/view/nothing", 404), ("/view/gaps.exe", 404), ("/node/a/b", 404), ("//", 404),
      ("/?x=1", 400), ("/?lang=fr", 400), ("/view/gaps?stage=middle", 400),
      ("/view/gaps?verdict=none", 400), ("/view/gaps?verdict=weak", 400),
      ("/view/gaps?coverage=missing", 400), ("/view/gaps?basis=none", 400), ("/node/%", 400),
      ("/node/%FF", 400), ("/search?q=%G0", 400),
    ]
  )
  func `an address that means nothing is refused with a status`(_ href: String, _ status: Int) {
    let fault = #expect(throws: PageFault.self) { try PageAddress(href: href) }
    #expect(fault?.status == status)
  }

  @Test func `names of views are understood in Chinese`() throws {
    let address = try PageAddress(path: "/view/%E7%BC%BA%E9%93%BE%E5%9B%BE")
    #expect(address.href == "/view/gaps")
  }
}
