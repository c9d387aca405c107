using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Web.Ui;

/// <summary>
/// A field that searches while somebody types, and offers what it found: arrows walk, Enter picks, Esc closes. The first answer may come from
/// near by and be followed by a fuller one.
/// </summary>
public sealed partial class Combobox(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(180);

    private CancellationTokenSource? searching;
    private ComboFinds finds = new([]);
    private string text = "";
    private bool closed;
    private bool busy;
    private int at = -1;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Placeholder { get; set; } = "";

    [Parameter]
    public int Shortest { get; set; } = 2;

    /// <summary>Answers for a text, one after another, each in place of the one before.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, IAsyncEnumerable<ComboFinds>> Search { get; set; } = null!;

    [Parameter]
    public EventCallback<ComboOption> Picked { get; set; }

    private bool IsOpen => !closed && text.Trim().Length >= Shortest;

    private string Note => busy ? "Searching…"
        : finds.Trouble ?? (finds.Options.Count == 0 ? "Nothing found." : finds.Options.Count == 1 ? "1 found" : $"{finds.Options.Count} found");

    public void Dispose()
    {
        searching?.Cancel();
        searching?.Dispose();
    }

    /// <summary>The field is bound rather than only listened to: the framework then knows what was typed last, and a late drawing takes no letters away.</summary>
    private async Task TypedAsync()
    {
        (closed, at) = (false, -1);
        Dispose();
        searching = new CancellationTokenSource();
        if (!IsOpen)
        {
            (finds, busy) = (new ComboFinds([]), false);
            return;
        }

        await SearchAsync(text.Trim(), searching.Token);
    }

    private async Task SearchAsync(string wanted, CancellationToken ct)
    {
        busy = true;
        try
        {
            await Task.Delay(Pause, clock, ct);
            await foreach (var answer in Search(wanted, ct).WithCancellation(ct))
            {
                var held = at >= 0 && at < finds.Options.Count ? finds.Options[at].Key : null;
                finds = answer;
                at = held is null ? -1 : answer.Options.ToList().FindIndex(option => option.Key == held);
                busy = !answer.IsComplete;
                StateHasChanged();
            }

            busy = false;
        }
        catch (OperationCanceledException)
        {
            // Another letter came.
        }
    }

    private Task KeyAsync(KeyboardEventArgs key)
    {
        var count = finds.Options.Count;
        switch (key.Key)
        {
            case "ArrowDown" when count > 0:
                (closed, at) = (false, (at + 1) % count);
                break;
            case "ArrowUp" when count > 0:
                (closed, at) = (false, at <= 0 ? count - 1 : at - 1);
                break;
            case "Escape":
                closed = true;
                break;
            case "Enter" when IsOpen && count > 0:
                return PickAsync(finds.Options[Math.Max(0, at)]);
        }

        return Task.CompletedTask;
    }

    private Task PickAsync(ComboOption option)
    {
        Dispose();
        searching = null;
        (text, finds, at, busy) = ("", new ComboFinds([]), -1, false);
        return Picked.InvokeAsync(option);
    }

    private void Leave() => closed = true;

    /// <summary>Pressing a mouse button on an answer must not take the focus, or the list closes before the button is let go. Without a handler Blazor lets the press through.</summary>
    private static void Stay()
    {
    }
}
