namespace Dashboard.Web.Features.Tasks;

/// <param name="Seen">What stood there when the typing began.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record Draft(string Key, string Value, string? Seen, double At);
