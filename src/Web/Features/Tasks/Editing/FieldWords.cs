using Dashboard.Application.Board;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Words;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>Values of fields as people read them.</summary>
public sealed record FieldWords(PortalWords Words, DateTimeOffset Now)
{
    public static string NameOf(string property) => FieldNames.Of(property);

    public string Value(string property, string? value, ClockFace clock) => FieldNames.Value(property, value, Words, clock);
}
