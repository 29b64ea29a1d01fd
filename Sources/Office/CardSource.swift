import Diagnostics
import Records
import Values

/// What contact cards are made from on a day: the office, who serves, and who agreed to what. One source serves many
/// cards and reads what they share once.
final class CardSource {
  /// The day.
  let date: CalendarDate
  /// The office's record.
  let office: Record
  let reader: any RecordReader
  /// What a card says in front if it is not for the board, because it shows a day that is past.
  let remark: Localized?
  private var grids: [Reference: Record] = [:]
  private var officers: [Post: Record?] = [:]

  private struct Post: Hashable {
    let role: AppointmentRole
    let grid: Reference
  }

  /// Opens a source; it is an error if the office has no name yet.
  init(on date: CalendarDate, remark: Localized? = nil, in reader: any RecordReader) throws {
    self.date = date
    self.remark = remark
    self.reader = reader
    office = try Community.require(in: reader)
  }

  /// The grid of a building.
  func grid(of building: Record) throws -> Record {
    let reference = building[Building.grid]
    if let grid = grids[reference] { return grid }
    let grid = try reader.get(Grid.kind, reference)
    grids[reference] = grid
    return grid
  }

  /// Who serves a place in a role; officers serve its grid.
  func appointment(_ role: AppointmentRole, of place: Record, in grid: Record) throws -> Record? {
    guard role != .buildingLead else {
      return try Appointment.serving(role, of: place.reference, on: date, in: reader)
    }
    let post = Post(role: role, grid: grid.reference)
    if let known = officers[post] { return known }
    let found = try Appointment.serving(role, of: post.grid, on: date, in: reader)
    officers[post] = found
    return found
  }
}
