using System.Globalization;
using Dashboard.Application.Kernel;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Ui;

/// <summary>Days of the calendar with a name, to read and, for who may, to add and take away. Days that are over fold away.</summary>
public sealed partial class DayList
{
    private IReadOnlyList<(DateOnly Date, string Name)> coming = [];
    private IReadOnlyList<(DateOnly Date, string Name)> earlier = [];
    private ElementReference status;
    private Failure? problem;
    private string? said;
    private string? date;
    private string? name;
    private bool focusDue;

    /// <summary>Begins the ids of its fields.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>In their order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(DateOnly Date, string Name)> Days { get; set; } = [];

    /// <summary>Where the person is.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Said while there are none.</summary>
    [Parameter]
    public string Nothing { get; set; } = "";

    [Parameter]
    public string Placeholder { get; set; } = "";

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Null when the day was added.</summary>
    [Parameter, EditorRequired]
    public Func<DateOnly, string, Task<Failure?>> Add { get; set; } = null!;

    /// <summary>Null when the day is gone.</summary>
    [Parameter, EditorRequired]
    public Func<DateOnly, Task<Failure?>> Remove { get; set; } = null!;

    protected override void OnParametersSet()
    {
        coming = [.. Days.Where(day => day.Date >= Today)];
        earlier = [.. Days.Where(day => day.Date < Today)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusDue)
        {
            focusDue = false;
            await status.FocusAsync();
        }
    }

    private static string Words(DateOnly day) => day.ToString("ddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private string? Wrong(string field) => problem is Failure.Unfit unfit && unfit.Fields.ContainsKey(field) ? "true" : null;

    private async Task AddAsync()
    {
        said = null;
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problem = Failure.Unfit.One("date", "Choose a day.");
            return;
        }

        problem = await Add(day, name ?? "");
        if (problem is null)
        {
            (said, date, name) = ($"Added {name?.Trim()}, {Words(day)}.", null, null);
        }
    }

    /// <summary>The button that was pressed goes with its line, so the focus goes where it is said what happened.</summary>
    private async Task RemoveAsync((DateOnly Date, string Name) day)
    {
        problem = await Remove(day.Date);
        (said, focusDue) = (problem?.Sentence ?? $"Removed {day.Name}, {Words(day.Date)}.", true);
    }
}
