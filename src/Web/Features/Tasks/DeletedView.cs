namespace Dashboard.Web.Features.Tasks;

/// <param name="Change">For undo.</param>
/// <param name="SendsAt">Until then it can be brought back.</param>
/// <param name="RestoreAddress">HubSpot's recycling bin.</param>
/// <param name="IsOnlyHere">HubSpot never had it.</param>
public sealed record DeletedView(Guid Change, string Subject, DateTimeOffset? SendsAt, string? RestoreAddress, bool IsOnlyHere);
