import { useHouse } from "./harness/useHouse.ts";
describe("Looking for copies in the page", function () {
  const { house, meet } = useHouse(this);
  it("says so when there are none", async () => {
    const user = await meet();
    await user.goes(`#/dataset/${house().weather.token}/trade`);
    await user.clicks("Look for copies");
    await user.sees("No copy that could still be challenged.");
  });
});
