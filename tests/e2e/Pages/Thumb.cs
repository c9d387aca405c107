using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages;

/// <summary>One finger on the glass, through the browser's developer protocol, so that scrolling and its rules are the browser's own.</summary>
internal sealed class Thumb
{
    private const int Steps = 8;

    private readonly ICDPSession tools;
    private (float X, float Y) at;

    private Thumb(ICDPSession tools, (float X, float Y) at) => (this.tools, this.at) = (tools, at);

    public static async Task<Thumb> PutAsync(Visitor visitor, (float X, float Y) at)
    {
        var thumb = new Thumb(await visitor.DevToolsAsync(), at);
        await thumb.SendAsync("touchStart", at);
        return thumb;
    }

    public async Task MoveAsync(float x, float y)
    {
        var from = at;
        for (var step = 1; step <= Steps; step++)
        {
            at = (from.X + ((x - from.X) * step / Steps), from.Y + ((y - from.Y) * step / Steps));
            await SendAsync("touchMove", at);
        }
    }

    public Task LiftAsync() => SendAsync("touchEnd", null);

    private async Task SendAsync(string type, (float X, float Y)? point) => await tools.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
    {
        ["type"] = type,
        ["touchPoints"] = point is var (x, y) ? new object[] { new Dictionary<string, object> { ["x"] = x, ["y"] = y } } : [],
    });
}
