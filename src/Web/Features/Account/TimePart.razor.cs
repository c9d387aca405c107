using System.Globalization;
using System.Runtime.CompilerServices;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Shell;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Account;

/// <summary>A person's settings of time. Saving loads the page anew, for they are handed to a page when it is loaded.</summary>
public sealed partial class TimePart(TimeProvider time)
{
    private const int MostFound = 40;

    private static readonly DayOfWeek[] UsualStarts = [DayOfWeek.Monday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>In the order of <see cref="TaskMinutes.All"/>.</summary>
    private static readonly string[] Types = ["Call", "Email", "To-do", "Meeting", "LinkedIn", "Anything else"];

    private TimeForm form = new(KeptSettings.None);
    private Failure? failure;
    private bool busy;

    [Parameter, EditorRequired]
    public KeptSettings Kept { get; set; } = KeptSettings.None;

    [Parameter, EditorRequired]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    /// <summary>Null when they are kept.</summary>
    [Parameter, EditorRequired]
    public Func<KeptSettings, Task<Failure?>> Save { get; set; } = null!;

    private IEnumerable<DayOfWeek> Starts => UsualStarts.Union([form.WeekStart]);

    protected override void OnInitialized() => form = new TimeForm(Kept);

    private async Task SaveAsync()
    {
        busy = true;
        failure = await Save(form.Kept);
        // The page is about to go when they are kept: a second press would only be lost.
        busy = failure is null;
    }

    /// <summary>The sentence beside a field; the empty name stands for what is about none of them.</summary>
    private string? Problem(string field) => failure switch
    {
        Failure.Unfit unfit => unfit.Fields.GetValueOrDefault(field),
        { } other when field.Length == 0 => other.Sentence,
        _ => null,
    };

    private string NowIn(string zone) =>
        new ClockFace(TimeZoneInfo.FindSystemTimeZoneById(zone), form.Uses12Hours).Time(time.GetUtcNow());

    private async IAsyncEnumerable<ComboFinds> FindAsync(string text, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        ct.ThrowIfCancellationRequested();
        var found = TimeZones.Find(text, time.GetUtcNow(), MostFound + 1);
        yield return new ComboFinds(
            [.. found.Take(MostFound).Select(zone => new ComboOption(zone.Id, TimeZones.Name(zone.Id), Detail(zone)))],
            found.Count > MostFound ? $"The first {MostFound}; more letters narrow it." : null);
    }

    private string Detail(ZoneFind found) =>
        string.Create(CultureInfo.InvariantCulture, $"{found.Country}{(found.Country.Length > 0 ? " · " : "")}UTC{(found.Offset < TimeSpan.Zero ? '−' : '+')}{found.Offset:hh\\:mm} · {NowIn(found.Id)} now");
}
