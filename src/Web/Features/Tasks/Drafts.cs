using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Tasks;

/// <summary>Typed text that is not saved yet, kept by the browser (<c>ui/tasks/drafts.js</c>).</summary>
public sealed class Drafts(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? module;

    public async Task<IReadOnlyList<Draft>> ReadAsync(string start) => await (await ModuleAsync()).InvokeAsync<Draft[]>("read", start);

    public async Task KeepAsync(string key, string value, string seen = "") => await (await ModuleAsync()).InvokeVoidAsync("keep", key, value, seen);

    /// <param name="saved">What was saved of it; null when it is let go of. What was typed since then is kept.</param>
    public async Task ForgetAsync(string key, string? saved = null)
    {
        try
        {
            await (await ModuleAsync()).InvokeVoidAsync("forget", key, saved);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // Saved while the page was being left: what is kept equals what is saved, and the next opening sees that.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task<IJSObjectReference> ModuleAsync() => module ??= await js.InvokeAsync<IJSObjectReference>("import", "/ui/tasks/drafts.js");
}
