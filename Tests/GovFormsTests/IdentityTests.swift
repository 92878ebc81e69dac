import GovForms
import Testing

/// Identities name rows and columns that exist, and no figure has two places.
struct IdentityTests {
  @Test(arguments: StatutoryForm.all)
  func termsExist(_ form: StatutoryForm) {
    for table in form.tables {
      let rows = Set(table.parts.flatMap(\.rows).map(\.identifier))
      let columns = Set(table.parts.flatMap(\.columns).map(\.identifier))
      for identity in table.identities {
        let known = identity.axis == .rows ? rows : columns
        #expect(known.isSuperset(of: identity.left + identity.right), "\(identity.name)")
      }
    }
  }

  @Test(arguments: StatutoryForm.all)
  func rowsAreDistinct(_ form: StatutoryForm) {
    for table in form.tables {
      let rows = table.parts.flatMap(\.rows).map(\.identifier)
      #expect(Set(rows).count == rows.count, "\(table.identifier)")
    }
  }
}
