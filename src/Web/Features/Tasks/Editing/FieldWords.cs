using Dashboard.Application.Board;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Words;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>Values of fields as people read them.</summary>
public sealed record FieldWords(PortalWords Words, DateTimeOffset Now)
{
    public static string NameOf(string property) => FieldNames.Of(property);

    /// <summary>What the customer's clock says at the due time of a call; null where nobody knows, or where no time is meant.</summary>
    public static string? OfCall(string? type, DateTimeOffset? due, Customer? customer, ClockFace clock) =>
        type != TaskProperty.Call || customer is null || due is not { } at || at >= Someday.From || PlannedTime.Of(at, clock.Zone).IsAnyTime ? null
        : customer.TakesCalls(at) ? customer.Words(at, clock)
        : $"{customer.Words(at, clock)}, outside {clock.Time(Customer.From)}–{clock.Time(Customer.To)}";

    public string Value(string property, string? value, ClockFace clock) => FieldNames.Value(property, value, Words, clock);
}
