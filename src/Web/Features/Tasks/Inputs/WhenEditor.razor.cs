using System.Globalization;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Web.Features.Tasks.Inputs;

/// <summary>
/// A day and, if wanted, a time, in the person's zone. Browsers tell of each half-typed date, so what was typed counts when the field is left, on
/// Enter, or after a moment without another key.
/// </summary>
public sealed partial class WhenEditor(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(900);

    private string day = "";
    private string time = "";
    private string? shown;
    private bool dirty;
    private int turn;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>An instant as HubSpot writes it, or what this editor told last; empty for none.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    [Parameter, EditorRequired]
    public TimeZoneInfo Zone { get; set; } = null!;

    /// <summary>Of a day without one.</summary>
    [Parameter]
    public TimeOnly Time { get; set; }

    [Parameter]
    public bool MayClear { get; set; } = true;

    /// <summary><c>yyyy-MM-dd</c>, <c>yyyy-MM-ddTHH:mm</c>, or empty.</summary>
    [Parameter]
    public EventCallback<string> Changed { get; set; }

    protected override void OnParametersSet()
    {
        if (shown == Value || dirty)
        {
            return;
        }

        shown = Value;
        (day, time) = LocalTime.Read(Value, Zone, Time) is { } at
            ? (LocalTime.Day(at, Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LocalTime.Time(at, Zone).ToString("HH:mm", CultureInfo.InvariantCulture))
            : Value.Split('T') is [{ Length: 10 } onlyDay, var rest] ? (onlyDay, rest) : (Value.Length == 10 ? Value : "", "");
    }

    private async Task Typed(ChangeEventArgs change, bool isDay)
    {
        var text = change.Value?.ToString() ?? "";
        (day, time, dirty) = isDay ? (text, time, true) : (day, text, true);
        var mine = ++turn;
        await Task.Delay(Pause, clock);
        if (mine == turn && IsWhole)
        {
            await CommitAsync();
        }
    }

    /// <summary>A year that is still being typed is no year to plan in.</summary>
    private bool IsWhole => DateOnly.TryParseExact(day, "yyyy-MM-dd", out var typed) && !LocalTime.IsFar(typed.Year);

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Enter" ? CommitAsync() : Task.CompletedTask;

    private async Task CommitAsync()
    {
        if (!dirty)
        {
            return;
        }

        turn++;
        dirty = false;
        var told = day.Length == 0 ? "" : time.Length == 0 ? day : $"{day}T{time[..5]}";
        shown = null;
        await Changed.InvokeAsync(told);
    }

    private Task ClearAsync()
    {
        (day, time, dirty) = ("", "", true);
        return CommitAsync();
    }
}
