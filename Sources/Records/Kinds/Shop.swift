import Values

/// A shop or stall in the neighbourhood (商户).
public enum Shop {
  /// The name.
  public static let name = Field<String>(
    "name", "店名", "The name.", "店名。", type: .text(maximum: 60), headings: ["商户", "商户名称", "店铺", "店铺名称", "商铺", "名称"])
  /// Where it is.
  public static let address = Field<String?>(
    "address", "位置", "Where it is.", "位置。", type: .text(maximum: 100), headings: ["地址", "店铺地址", "门牌号"])
  /// Whom to speak to.
  public static let contact = Field<String?>(
    "contact", "联系人", "Whom to speak to.", "联系人。", type: .text(maximum: 50), headings: ["负责人", "经营者", "店主"])
  /// The phone; lists show it masked.
  public static let phone = Field<String?>(
    "phone", "电话", "The phone number; shown masked.", "电话号码，列表中隐去。", type: .phone, isMasked: true,
    headings: Headings.phone)

  /// The kind.
  public static let kind = RecordKind(
    "shop", "商户", "A shop or stall in the neighbourhood.", "社区内的店铺或摊位。", handle: .numbered("S"), label: "name",
    distinguishedBy: ["address"],
    fields: [name.declaration, address.declaration, contact.declaration, phone.declaration], positional: ["name"],
    search: .init(since: 2),
    sample: .init(
      handle: "S1", add: "示例书店 address=临街12号 contact=示例戊", filter: "name~超市", change: "contact=示例己", removable: "示例书店"))
}
